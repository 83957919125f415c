package io.kubilitics.model.drawing;

import java.util.Locale;

/// The colours and fonts a drawing is painted with. Screens and exports read the same values.
public enum Theme {
  LIGHT,
  DARK;

  /// The font of all texts, with what stands in where it is not installed; as CSS has it.
  public static final String FONT =
      "Inter,system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",sans-serif";

  /// The theme that requests name so.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader when there is no such theme
  public static Theme named(String name) {
    for (Theme theme : values()) {
      if (theme.text().equals(name)) {
        return theme;
      }
    }
    throw new IllegalArgumentException("there is no theme '" + name + "': write light or dark");
  }

  /// As `#rrggbb`, in small letters.
  public String colour(Token token) {
    return switch (this) {
      case LIGHT -> token.light;
      case DARK -> token.dark;
    };
  }

  /// As written in requests.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is told apart by colour.
  public enum Token {
    CANVAS("canvas", "#ebedf1", "#0a0c11"),
    FRAME("frame", "#f4f6f9", "#101319"),
    BLOCK("block", "#eceff4", "#15191f"),
    CARD("card", "#ffffff", "#1f242c"),
    CARD_RAISED("card-2", "#f3f5f8", "#282e38"),
    POP("pop", "#ffffff", "#1b1f26"),
    LINE_FAINT("line-1", "#e2e5ea", "#22262e"),
    LINE("line-2", "#d0d5dc", "#323944"),
    LINE_STRONG("line-3", "#9aa1ac", "#565e6b"),
    TEXT("text", "#161b24", "#ebedf2"),
    TEXT_SOFT("text-2", "#474e5a", "#b3b9c4"),
    TEXT_FAINT("text-3", "#606774", "#9198a5"),
    ACCENT("accent", "#474bd0", "#949dff"),
    WORKLOAD("workload", "#2c56a6", "#92bbff"),
    WORKLOAD_SOFT("workload-soft", "#e4ecfa", "#25324b"),
    NETWORK("network", "#006a7d", "#63ccde"),
    NETWORK_SOFT("network-soft", "#dcf1f4", "#1c363d"),
    CONFIG("config", "#6f5514", "#dbbd85"),
    CONFIG_SOFT("config-soft", "#f6edda", "#3a3122"),
    STORAGE("storage", "#66439b", "#c6aafa"),
    STORAGE_SOFT("storage-soft", "#eee7fa", "#2f2a44"),
    IDENTITY("identity", "#893a6a", "#eb9fca"),
    IDENTITY_SOFT("identity-soft", "#f8e6f0", "#3c2a38"),
    SCHEDULING("scheduling", "#2e655e", "#92cabf"),
    SCHEDULING_SOFT("scheduling-soft", "#def0ec", "#213733"),
    POLICY("policy", "#894627", "#eaa98b"),
    POLICY_SOFT("policy-soft", "#fae9e0", "#3d2d27"),
    CUSTOM("custom", "#535964", "#b5bbc6"),
    CUSTOM_SOFT("custom-soft", "#e9ebef", "#2e333c"),
    EDGE_OWNS("e-owns", "#828995", "#69717f"),
    EDGE_TRAFFIC("e-traffic", "#2f8fa1", "#3f8a98"),
    EDGE_CONFIG("e-config", "#a1814a", "#8b7650"),
    EDGE_IDENTITY("e-identity", "#b0759a", "#95647f"),
    EDGE_STORAGE("e-storage", "#9078c4", "#7f6ba6"),
    EDGE_PLACEMENT("e-placement", "#59918a", "#56847b"),
    EDGE_POLICY("e-policy", "#b57a5d", "#986a55"),
    EDGE_EXTENSION("e-extension", "#7f8694", "#6f7787"),
    HEALTHY("healthy", "#107a40", "#4dbf74"),
    HEALTHY_CELL("healthy-cell", "#e6f4ea", "#1d3226"),
    PROGRESSING("progressing", "#006cb0", "#53bff8"),
    PROGRESSING_SOFT("progressing-soft", "#ddeefb", "#14303f"),
    DEGRADED("degraded", "#925a00", "#f2b23c"),
    DEGRADED_SOFT("degraded-soft", "#fdf0d6", "#382b14"),
    DEGRADED_MARK("degraded-mark", "#bd7600", "#f2b23c"),
    FAILED("failed", "#c21d20", "#ff6a63"),
    FAILED_SOFT("failed-soft", "#fde6e5", "#42201f"),
    FAILED_MARK("failed-mark", "#d92d2b", "#f4514c"),
    SUSPENDED("suspended", "#5e5b7b", "#a19ec0"),
    SUSPENDED_SOFT("suspended-soft", "#ecebf4", "#2a2a38"),
    UNKNOWN("unknown", "#5f6571", "#969da9"),
    UNKNOWN_SOFT("unknown-soft", "#ebedf0", "#272c35"),
    MISSING("missing", "#b4265a", "#f5789b"),
    MISSING_SOFT("missing-soft", "#fce6ee", "#3b1f2a"),
    KNOCKED_OUT("ko", "#ffffff", "#0a0c11");

    private final String text;
    private final String light;
    private final String dark;

    Token(String text, String light, String dark) {
      this.text = text;
      this.light = light;
      this.dark = dark;
    }

    /// As style sheets name it.
    public String text() {
      return text;
    }
  }
}
