package io.kubilitics.cli;

import io.kubilitics.model.ClusterId;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The sources of a command line, in its order: words, and contexts of the kubeconfig, which is
/// read when the first of them is met.
final class SourceArguments {
  static final String CONTEXT = "--context";
  static final String SOURCE = "SOURCE";
  private static final String WORDS =
      "a file or a folder of YAML and JSON, - for stdin, or demo[:OBJECTS[:SEED]]";
  static final String MISSING = "is missing: give " + WORDS + "; or a --context";

  private SourceArguments() {}

  /// Adds one source to a command, as its first argument.
  static void describe(CommandSpec spec) {
    describe(spec, "0", "A" + WORDS.substring(1) + ".");
    spec.addOption(
        Options.values(
            "NAME",
            "Instead of SOURCE: the cluster that this context of the kubeconfig reaches.",
            List.of(),
            CONTEXT));
    KubeconfigOption.describe(spec);
    PluginOptions.describe(spec);
  }

  /// Adds one source to a command that may lay it over a cluster.
  static void describeWithWorld(CommandSpec spec) {
    describe(spec, "0", "A" + WORDS.substring(1) + ".");
    spec.addOption(
        Options.values(
            "NAME",
            "The cluster that this context of the kubeconfig reaches: instead of SOURCE, or with"
                + " one to lay that over it.",
            List.of(),
            CONTEXT));
    KubeconfigOption.describe(spec);
    PluginOptions.describe(spec);
  }

  /// Adds any number of them to a command.
  static void describeSeveral(CommandSpec spec) {
    describe(spec, "0..*", "A" + WORDS.substring(1) + ".");
    describeContexts(spec);
  }

  /// Adds two of them to a command, the old one and the new one.
  static void describeTwo(CommandSpec spec) {
    describe(spec, "0..*", "Twice, or a --context in the place of one: " + WORDS + ".");
    describeContexts(spec);
  }

  private static void describeContexts(CommandSpec spec) {
    spec.addOption(
        Options.values(
            "NAME",
            "A source too: the cluster that this context of the kubeconfig reaches; repeatable.",
            List.of(),
            CONTEXT));
    KubeconfigOption.describe(spec);
    PluginOptions.describe(spec);
  }

  private static void describe(CommandSpec spec, String index, String text) {
    boolean several = index.endsWith("*");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(index)
            .arity("1")
            .required(false)
            .paramLabel(SOURCE)
            .type(several ? File[].class : File.class)
            .auxiliaryTypes(File.class)
            .description(text)
            .build());
  }

  /// All sources there are.
  static List<SourceArgument> all(ParseResult given, Shell shell) {
    return all(given, () -> Contexts.of(given, shell));
  }

  /// @param contexts asked once, and only when a context is named
  static List<SourceArgument> all(ParseResult given, Supplier<Contexts> contexts) {
    List<SourceArgument> sources = new ArrayList<>();
    Map<ArgSpec, Iterator<String>> left = new HashMap<>();
    @Nullable Contexts known = null;
    // Each time an argument was met it is in the list again, and took one word.
    for (ArgSpec argument : given.matchedArgs()) {
      boolean isContext = argument.isOption() && argument.equals(given.matchedOption(CONTEXT));
      if (!isContext && !argument.isPositional()) {
        continue;
      }
      String word =
          left.computeIfAbsent(argument, met -> met.originalStringValues().iterator()).next();
      if (isContext) {
        known = known == null ? contexts.get() : known;
        sources.add(new ContextArgument(word, known));
      } else {
        sources.add(SourceArgument.of(word));
      }
    }
    return sources;
  }

  /// The one source of a command that is about one.
  static SourceArgument one(ParseResult given, Shell shell) {
    List<SourceArgument> sources = all(given, shell);
    if (sources.isEmpty()) {
      throw Options.bad(SOURCE, MISSING);
    }
    if (sources.size() > 1) {
      throw Options.bad(
          CONTEXT,
          "there can be only one source, but "
              + sources.get(0).text()
              + " and "
              + sources.get(1).text()
              + " are given");
    }
    return sources.getFirst();
  }

  /// The two sources of a command that compares.
  static List<SourceArgument> two(ParseResult given, Shell shell) {
    List<SourceArgument> sources = all(given, shell);
    if (sources.size() != 2) {
      throw Options.bad(
          SOURCE,
          "is needed twice, and is there "
              + sources.size()
              + " times: give "
              + WORDS
              + "; or a --context");
    }
    return sources;
  }

  /// A source and the words that follow it, of a command that takes both.
  ///
  /// @param words as they stand after the source
  record WithWords(SourceArgument source, List<String> words) {}

  /// As [WithWords]. With a context there is no word for the source.
  ///
  /// @param labels of the words, all of which have to be there
  static WithWords withWords(ParseResult given, Shell shell, String... labels) {
    List<String> words = new ArrayList<>(words(given));
    List<String> contexts = Options.all(given, CONTEXT);
    SourceArgument source;
    if (contexts.isEmpty()) {
      if (words.isEmpty()) {
        throw Options.bad(SOURCE, MISSING);
      }
      source = SourceArgument.of(words.removeFirst());
    } else if (contexts.size() > 1 || words.size() > labels.length) {
      throw Options.bad(
          CONTEXT,
          "there can be only one source, but --context and "
              + (contexts.size() > 1 ? "another --context" : words.getFirst())
              + " are given");
    } else {
      source = new ContextArgument(contexts.getFirst(), Contexts.of(given, shell));
    }
    if (words.size() < labels.length) {
      throw Options.bad(labels[words.size()], "is missing: give an object");
    }
    return new WithWords(source, words);
  }

  private static List<String> words(ParseResult given) {
    return new LinkedHashSet<>(given.matchedPositionals())
        .stream().flatMap(argument -> argument.originalStringValues().stream()).toList();
  }

  /// Refuses to read stdin more than once.
  ///
  /// @throws io.kubilitics.problem.ProblemException when several are `-`
  static void checkStdinOnce(List<SourceArgument> sources) {
    long readers = sources.stream().filter(SourceArgument::isStdin).count();
    if (readers > 1) {
      String times = readers == 2 ? "twice" : readers + " times";
      throw Options.bad("-", "given " + times + ", but stdin can be read only once");
    }
  }

  /// A name of its own for each, in the order given.
  static Map<ClusterId, SourceArgument> named(List<SourceArgument> sources) {
    Map<ClusterId, SourceArgument> named = new LinkedHashMap<>();
    for (SourceArgument source : sources) {
      String name = source.shortName();
      ClusterId cluster = new ClusterId(name);
      for (int number = 2; named.containsKey(cluster); number++) {
        cluster = new ClusterId(name + "-" + number);
      }
      named.put(cluster, source);
    }
    return named;
  }
}
