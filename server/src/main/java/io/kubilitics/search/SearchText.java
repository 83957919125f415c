package io.kubilitics.search;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.Column;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Operator;
import io.kubilitics.model.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the search language: words between blanks, each of which must hold. A word is `text`,
/// `"quoted text"`, `KIND/NAME`, `KEY=VALUE`, `KEY!=VALUE`, `FIELD:VALUE`, or a word for a health;
/// a minus or an exclamation mark before it means the opposite. What follows `/`, `=` or `:` may be
/// quoted.
final class SearchText {
  static final String REASON = "reason";

  private static final int LONGEST = 512;
  private static final int MOST_CLAUSES = 32;
  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "ns",
          "namespace",
          "name",
          "health",
          "label",
          REASON,
          "node",
          "image",
          "ip",
          "host");

  private final String text;
  private final Catalogue words;
  private int at;

  SearchText(String text, Catalogue words) {
    this.text = text;
    this.words = words;
  }

  /// A word as it was written, cut at its first sign.
  ///
  /// @param sign `/`, `=`, `!=`, `:` or `""`
  /// @param quoted whether the value was in quotes
  private record Word(int from, String head, String sign, String value, boolean quoted) {}

  List<Clause> clauses() {
    if (text.length() > LONGEST) {
      throw bad(LONGEST, "a search has at most " + LONGEST + " characters");
    }
    List<Clause> clauses = new ArrayList<>();
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      if (clauses.size() == MOST_CLAUSES) {
        throw bad(at, "a search has at most " + MOST_CLAUSES + " words");
      }
      boolean negated = text.charAt(at) == '-' || text.charAt(at) == '!';
      at += negated ? 1 : 0;
      Clause clause = clause(word());
      clauses.add(negated ? new Clause.Not(clause) : clause);
    }
    if (clauses.isEmpty()) {
      throw bad(0, "there is nothing to search for");
    }
    return clauses;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private Word word() {
    int from = at;
    if (isAt('"')) {
      return new Word(from, "", "", quoted(), true);
    }
    while (at < text.length() && !isEnd(at)) {
      String sign = sign();
      if (!sign.isEmpty() && at > from) {
        String head = text.substring(from, at);
        at += sign.length() + (text.startsWith("==", at) ? 1 : 0);
        boolean quoted = isAt('"');
        return new Word(from, head, sign, quoted ? quoted() : plain(), quoted);
      }
      at++;
    }
    if (at == from) {
      throw bad(from, "a word is missing behind the sign");
    }
    return new Word(from, text.substring(from, at), "", "", false);
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean isEnd(int index) {
    return Character.isWhitespace(text.charAt(index)) || text.charAt(index) == '"';
  }

  private String sign() {
    if (text.startsWith("!=", at)) {
      return "!=";
    }
    char c = text.charAt(at);
    // A label's key may hold slashes, so that one before an equals sign is part of it.
    boolean isSign = c == '=' || c == ':' || (c == '/' && !leadsToEquals());
    return isSign ? String.valueOf(c) : "";
  }

  private boolean leadsToEquals() {
    for (int ahead = at; ahead < text.length() && !isEnd(ahead); ahead++) {
      if (text.charAt(ahead) == '=') {
        return true;
      }
    }
    return false;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && !isEnd(at)) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int from = at;
    int end = text.indexOf('"', from + 1);
    if (end < 0) {
      throw bad(from, "the quote is not closed");
    }
    at = end + 1;
    if (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      throw bad(at, "a blank is missing behind the quote");
    }
    return text.substring(from + 1, end);
  }

  private Clause clause(Word word) {
    return switch (word.sign()) {
      case "=", "!=" -> label(word);
      case ":" -> field(word);
      case "/" -> named(word);
      default -> word.quoted() ? anywhere(word, word.value()) : single(word);
    };
  }

  private Clause label(Word word) {
    Operator operator = word.sign().equals("=") ? Operator.IN : Operator.NOT_IN;
    return new Clause.Labelled(
        new LabelSelector(List.of(new Requirement(word.head(), operator, List.of(word.value())))));
  }

  /// What is no kind is a text with a slash, such as the name of an image.
  private Clause named(Word word) {
    Optional<Kind> kind = words.kind(word.head());
    if (kind.isEmpty()) {
      return anywhere(word, word.head() + "/" + word.value());
    }
    return word.value().isEmpty()
        ? new Clause.OfKind(kind.get())
        : new Clause.Named(kind, new Needle(word.value()));
  }

  private Clause field(Word word) {
    String field = word.head().toLowerCase(Locale.ROOT);
    int at = word.from() + word.head().length() + 1;
    if (word.value().isEmpty()) {
      throw bad(at, "'" + word.head() + ":' has no value");
    }
    return switch (field) {
      case "kind" ->
          new Clause.OfKind(
              words
                  .kind(word.value())
                  .orElseThrow(() -> bad(at, "'" + word.value() + "' is no kind known here")));
      case "ns", "namespace" -> new Clause.InNamespace(word.value());
      case "name" -> new Clause.Named(Optional.empty(), new Needle(word.value()));
      case "health" -> new Clause.InHealth(health(word.value(), at));
      case "label" ->
          new Clause.Labelled(
              new LabelSelector(
                  List.of(new Requirement(word.value(), Operator.EXISTS, List.of()))));
      default -> {
        if (!isKnown(field)) {
          throw bad(
              word.from(),
              "'" + word.head() + "' is no field; quote the text to search for it as it is");
        }
        yield new Clause.InField(field, new Needle(word.value()));
      }
    };
  }

  private boolean isKnown(String field) {
    return FIELDS.contains(field)
        || words.kinds().stream()
            .flatMap(kind -> kind.columns().stream())
            .map(Column::name)
            .anyMatch(name -> isMeant(field, name));
  }

  /// Whether a field of a query means this column or feature: by its name, without blanks, as its
  /// singular, or as its last part.
  static boolean isMeant(String field, String name) {
    int more = name.length() - field.length();
    if (more == 0) {
      return name.equalsIgnoreCase(field);
    }
    if (more == 1 && Character.toLowerCase(name.charAt(name.length() - 1)) == 's') {
      return name.regionMatches(true, 0, field, 0, field.length());
    }
    if (more > 1
        && name.charAt(more - 1) == '-'
        && name.regionMatches(true, more, field, 0, field.length())) {
      return true;
    }
    return name.indexOf(' ') > 0 && name.replace(" ", "").equalsIgnoreCase(field);
  }

  private Clause single(Word word) {
    Set<Health.Status> statuses = statuses(word.head());
    return statuses == null ? anywhere(word, word.head()) : new Clause.InHealth(statuses);
  }

  private Clause anywhere(Word word, String value) {
    if (value.isEmpty()) {
      throw bad(word.from(), "the quoted text is empty");
    }
    Optional<Kind> kind = word.quoted() ? Optional.empty() : words.kind(value);
    return new Clause.Anywhere(new Needle(value), kind);
  }

  private static Set<Health.Status> health(String value, int at) {
    Set<Health.Status> statuses = statuses(value);
    if (statuses == null) {
      throw bad(
          at,
          "'"
              + value
              + "' is no health: healthy, progressing, degraded, failed, suspended, unknown or"
              + " unhealthy, which is progressing, degraded or failed");
    }
    return statuses;
  }

  private static @Nullable Set<Health.Status> statuses(String word) {
    if (word.equalsIgnoreCase("unhealthy")) {
      return EnumSet.of(Health.Status.PROGRESSING, Health.Status.DEGRADED, Health.Status.FAILED);
    }
    for (Health.Status status : Health.Status.values()) {
      if (status.text().equalsIgnoreCase(word)) {
        return EnumSet.of(status);
      }
    }
    return null;
  }

  private static IllegalArgumentException bad(int at, String reason) {
    return new IllegalArgumentException("at character " + (at + 1) + ": " + reason);
  }
}
