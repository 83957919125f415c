package io.kubilitics.topology.health;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;

/// Kinds, relations and features that the rules look at.
final class Names {
  static final Kind POD = Kind.core("Pod");
  static final Kind SERVICE = Kind.core("Service");
  static final Kind NODE = Kind.core("Node");

  static final Relation OWNS = new Relation("owns");
  static final Relation SELECTS = new Relation("selects");
  static final Relation BACKS = new Relation("backs");
  static final Relation CLASS_OF = new Relation("class-of");
  static final Relation RUNS_ON = new Relation("runs-on");
  static final Relation USES_SECRET = new Relation("uses-secret");
  static final Relation USES_CONFIG = new Relation("uses-config");
  static final Relation PULLS_WITH = new Relation("pulls-with");
  static final Relation MOUNTS = new Relation("mounts");
  static final Relation SCALES = new Relation("scales");
  static final Relation CALLS_WEBHOOK = new Relation("calls-webhook");
  static final Relation SERVED_BY = new Relation("served-by");

  static final String PHASE = "phase";
  static final String SERVING = "serving";

  private Names() {}

  static Kind apps(String name) {
    return new Kind("apps", name);
  }
}
