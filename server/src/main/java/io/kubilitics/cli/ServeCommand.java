package io.kubilitics.cli;

import io.kubilitics.api.Serve;
import io.kubilitics.api.ServeSettings;
import io.kubilitics.api.Served;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.config.LogToStderr;
import io.kubilitics.config.Setting;
import io.kubilitics.config.Settings;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Roster;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.source.cluster.credential.PluginPolicy;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `serve`: the server and its web UI, until it is told to stop.
final class ServeCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String MAPS = "maps";
  private static final String SIDECAR = "--sidecar";
  private static final String OPEN_TO_ALL = "--insecure-no-auth";
  private static final int HIGHEST_PORT = 65_535;

  /// As many connections as the server takes at all.
  private static final int MOST_STREAMS = 2_048;

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  ServeCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "serve",
            "Serve sources on this machine until you stop it: the current context of your"
                + " kubeconfig, or the demo, when none is given. It prints the address to open.",
            "kubilitics serve --open",
            "kubilitics serve --context staging --context prod",
            "kubilitics serve manifests/ --port 8080",
            "kubilitics serve demo:10000");
    SourceArguments.describeSeveral(spec);
    spec.addOption(
        Options.value("N", "Port to listen on; any free one when not given.", List.of(), "--port"));
    spec.addOption(
        Options.value(
            "ADDR",
            "Address to listen on, 127.0.0.1 when not given. Others are refused without"
                + " --insecure-no-auth.",
            List.of(),
            "--host"));
    spec.addOption(Options.flag("Open the page in your browser.", "--open"));
    spec.addOption(
        Options.value(
            "DIR",
            "Directory for state, such as the places on maps, kept for this process alone; nowhere"
                + " when not given.",
            List.of(),
            "--data"));
    spec.addOption(
        Options.value(
            "FILE",
            "File with settings, instead of kubilitics.yaml in ~/.config/kubilitics and"
                + " /etc/kubilitics.",
            List.of(),
            CONFIG));
    spec.addOption(
        Options.flag(
            "Let everybody who reaches the address read everything, without a token.",
            OPEN_TO_ALL));
    spec.addOption(
        Options.flag(
            "Talk by stdin and stdout to the program that started this one, and end with it.",
            SIDECAR));
    return spec;
  }

  @Override
  public int run(ParseResult given) throws InterruptedException {
    @Nullable String file = Options.one(given, CONFIG);
    Settings settings =
        Settings.read(flags(given), file == null ? null : Path.of(file), shell.environment());
    LogToStderr.atLevel(settings);
    boolean sidecar = Options.isGiven(given, SIDECAR);
    PluginPolicy plugins =
        Options.isGiven(given, OPEN_TO_ALL)
            ? PluginOptions.none(given, OPEN_TO_ALL)
            : PluginOptions.policyOfServer(settings, shell, sidecar);
    try (LiveKubeconfig kubeconfig =
        LiveKubeconfig.open(
            KubeconfigOption.files(settings, shell), LiveConnector.of(shell, plugins))) {
      List<SourceArgument> sources = sources(given, kubeconfig.contexts());
      KubeconfigOption.say(kubeconfig.now().remarks(), shell);
      checkStdin(sources, sidecar);
      for (SourceArgument source : sources) {
        if (source instanceof ContextArgument context) {
          context.sayWarnings(shell);
        }
      }
      PrintStream out = new PrintStream(shell.out(), true, StandardCharsets.UTF_8);
      ServeSettings serving = serveSettings(given, settings);
      Serve.run(
          serving, () -> open(sources, kubeconfig, serving.data()), shell.in(), out, shell.err());
    }
    return ExitCode.DONE;
  }

  /// Refuses to read stdin to its end more than once.
  private static void checkStdin(List<SourceArgument> sources, boolean sidecar) {
    if (sidecar && sources.stream().anyMatch(SourceArgument::isStdin)) {
      throw new ProblemException(
          new Problem.BadInput(SIDECAR, "needs stdin for itself, so - cannot be a source"));
    }
    SourceArguments.checkStdinOnce(sources);
  }

  private static Map<Setting, String> flags(ParseResult given) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    for (Setting setting : List.of(Setting.HOST, Setting.PORT, Setting.DATA, Setting.KUBECONFIG)) {
      @Nullable String value = Options.one(given, "--" + setting.text());
      if (value != null) {
        flags.put(setting, value);
      }
    }
    flags.putAll(PluginOptions.flags(given));
    return flags;
  }

  private static ServeSettings serveSettings(ParseResult given, Settings settings) {
    String data = settings.text(Setting.DATA);
    return new ServeSettings(
        settings.text(Setting.HOST),
        settings.number(Setting.PORT, 0, HIGHEST_PORT),
        Options.isGiven(given, "--open"),
        data.isEmpty() ? null : Path.of(data),
        Options.isGiven(given, SIDECAR),
        Options.isGiven(given, OPEN_TO_ALL),
        settings.words(Setting.HOSTS),
        settings.number(Setting.STREAMS, 1, MOST_STREAMS));
  }

  private List<SourceArgument> sources(ParseResult given, Contexts contexts) {
    List<SourceArgument> sources = SourceArguments.all(given, () -> contexts);
    if (sources.isEmpty()) {
      return List.of(new UsualSource(shell, contexts).find());
    }
    sources.forEach(SourceArgument::check);
    return sources;
  }

  /// Begins to read every source under a name of its own.
  private Served open(
      List<SourceArgument> sources, LiveKubeconfig kubeconfig, @Nullable Path data) {
    Atlas atlas = Atlas.keptIn(data == null ? null : data.resolve(MAPS));
    Fleet fleet = new Fleet(shell.clock());
    try {
      boolean stdin = sources.stream().anyMatch(SourceArgument::isStdin);
      Roster roster =
          new Roster(fleet, new ServeOpenings(shell, catalogue.get(), kubeconfig, stdin), data);
      sources.forEach(source -> roster.open(source.origin(), null));
      return new Served(fleet, atlas, roster);
    } catch (RuntimeException e) {
      fleet.close();
      atlas.close();
      throw e;
    }
  }
}
