package io.kubilitics.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// What `check` is about, and what that is laid over. A context stands for itself alone; with a
/// source beside it, it is what that source is laid over.
///
/// @param against null when the source is looked at by itself
record CheckSources(SourceArgument upper, @Nullable SourceArgument against) {
  static CheckSources of(ParseResult given, Shell shell) {
    List<SourceArgument> sources = SourceArguments.all(given, shell);
    List<SourceArgument> contexts =
        sources.stream().filter(ContextArgument.class::isInstance).toList();
    List<SourceArgument> words =
        sources.stream().filter(source -> !(source instanceof ContextArgument)).toList();
    @Nullable String word = Options.one(given, CheckCommand.AGAINST);
    if (sources.isEmpty()) {
      throw Options.bad(SourceArguments.SOURCE, SourceArguments.MISSING);
    }
    if (contexts.size() > 1) {
      throw Options.bad(SourceArguments.CONTEXT, "is given several times; check is about one");
    }
    if (word != null && !contexts.isEmpty()) {
      throw Options.bad(
          CheckCommand.AGAINST, "and --context are both given: a source is laid over one");
    }
    CheckSources found =
        words.isEmpty()
            ? new CheckSources(contexts.getFirst(), null)
            : new CheckSources(
                words.getFirst(),
                word != null
                    ? SourceArgument.of(word)
                    : contexts.isEmpty() ? null : contexts.getFirst());
    found.check();
    return found;
  }

  private void check() {
    if (against != null) {
      SourceArguments.checkStdinOnce(List.of(upper, against));
      against.check();
    }
    upper.check();
  }

  /// What is read, for messages.
  String text() {
    return against instanceof ContextArgument
        ? upper.text() + " and " + against.text()
        : upper.text();
  }
}
