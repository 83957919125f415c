package io.kubilitics.api;

import io.kubilitics.session.Session;
import io.kubilitics.session.map.Arrange;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.MapQuery;
import io.kubilitics.session.map.Subject;
import org.jspecify.annotations.Nullable;

/// A question about the drawing of one cluster, with the one state that answers it.
///
/// @param arrange where the places come from
/// @param map the living map, null when the places are made for the answer
record Drawn(
    Question question, Atlas atlas, MapQuery query, Arrange arrange, @Nullable LivingMap map) {
  /// Waits for the first map of a cluster.
  static Drawn of(Question question, Atlas atlas) throws InterruptedException {
    MapQuery query = DrawingText.query(question.query(), question.words());
    Arrange arrange =
        atlas.arrange(question.session(), query, DrawingText.arrange(question.query()));
    return switch (arrange) {
      case FRESH -> new Drawn(question, atlas, query, arrange, null);
      case KEEP -> {
        LivingMap map = atlas.kept(question.session(), query);
        yield new Drawn(question.of(map.topology()), atlas, query, arrange, map);
      }
    };
  }

  /// What the state is called: the same version and question, the same drawing.
  String version() {
    Session session = question.session();
    long epoch = map == null ? 0 : map.plan().epoch();
    return session.cluster()
        + " "
        + session.opening()
        + " "
        + question.topology().revision()
        + " "
        + epoch;
  }

  /// Lays out what is not laid out yet.
  Subject subject() throws InterruptedException {
    return map == null
        ? atlas.subject(question.session(), question.topology(), query, question.viewer())
        : atlas.subject(question.session(), map, query, question.viewer());
  }
}
