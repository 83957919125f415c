package io.kubilitics.cli;

import io.kubilitics.problem.ProblemException;
import java.util.Optional;

/// What is served when nobody says what: the current context of the kubeconfig, or the demo. What
/// is wrong with the kubeconfig is said and stops nobody.
record UsualSource(Shell shell, Contexts contexts) {
  private static final String COMMAND = "kubilitics serve: ";

  SourceArgument find() {
    Optional<SourceArgument> context = currentContext();
    if (context.isEmpty()) {
      shell.err().println(COMMAND + "no source given, so this is the demo");
    }
    return context.orElse(new DemoArgument(DemoArgument.DEMO));
  }

  private Optional<SourceArgument> currentContext() {
    try {
      Optional<SourceArgument> context =
          contexts.kubeconfig().current().map(name -> new ContextArgument(name, contexts));
      context.ifPresent(SourceArgument::check);
      return context;
    } catch (ProblemException e) {
      shell.err().println(COMMAND + Plain.text(e.problem().message()));
      return Optional.empty();
    }
  }
}
