package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import java.util.Optional;

/// What can be opened, and how. Any thread.
public interface Openings {
  /// Nothing.
  Openings NONE =
      new Openings() {
        @Override
        public FoundContexts found() {
          return FoundContexts.NONE;
        }

        @Override
        public String name(Origin origin) {
          return origin.text();
        }

        @Override
        public Catalogue catalogue() {
          throw new IllegalStateException("nothing can be opened");
        }

        @Override
        public ResourceSource open(Origin origin, Catalogue catalogue) {
          throw new ProblemException(new Problem.NotFound(origin.text()));
        }
      };

  /// The contexts there are now. Reads files at most; contacts nobody, and does not fail.
  FoundContexts found();

  /// What an origin is called when nobody wants another name.
  String name(Origin origin);

  /// The same origin in words that mean it after a restart, too, wherever the program is started
  /// then: paths are absolute. Empty for what does not last: stdin.
  default Optional<Origin> lasting(Origin origin) {
    return Optional.of(origin);
  }

  /// For one cluster alone.
  Catalogue catalogue();

  /// Makes a source; it is not read yet.
  ///
  /// @param catalogue what it reads with
  /// @throws ProblemException `NotFound` when there is no such context, `BadInput` or `Unreadable`
  ///   when it cannot be opened as it is
  ResourceSource open(Origin origin, Catalogue catalogue);
}
