package io.kubilitics.layout.drawing;

import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An object about which something is said on its card.
record Subject(Resource resource, Sight sight) {
  /// How its kind is called.
  String word() {
    return sight.manner(resource.kind()).word();
  }

  /// A column or another feature; `""` when it has none.
  String text(String feature) {
    String text = resource.features().get(feature);
    return text == null ? "" : text;
  }

  /// The same when it is a whole number, else `""`.
  String number(String feature) {
    return Figures.number(text(feature));
  }

  /// Since it was made; `""` for what was never in a cluster.
  String age() {
    return resource
        .createdAt()
        .map(created -> Figures.age(Duration.between(created, sight.shown().asOf())))
        .orElse("");
  }

  /// From or until a moment that a feature names; `""` when it names none.
  String away(String feature) {
    @Nullable Instant moment = Figures.instant(text(feature));
    return moment == null ? "" : Figures.age(Duration.between(moment, sight.shown().asOf()).abs());
  }

  int countIn(Relation relation) {
    return sight.in(resource.id(), relation).size();
  }

  int countOut(Relation relation) {
    return sight.out(resource.id(), relation).size();
  }

  /// Its word and what is said behind it.
  String with(String said) {
    return said.isEmpty() ? word() : word() + " · " + said;
  }

  /// The same with a number of something; its word alone when there is no number.
  String counting(String number, String one, String many) {
    return number.isEmpty() ? word() : with(number + " " + (number.equals("1") ? one : many));
  }
}
