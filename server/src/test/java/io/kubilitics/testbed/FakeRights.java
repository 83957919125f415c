package io.kubilitics.testbed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who may read what at a [FakeApiServer]: everyone everything, unless a rule says otherwise; of
/// several rules that fit the last one counts. A change ends the watches that are no longer
/// allowed. Any thread.
public final class FakeRights {
  /// Stands for any user, group, resource, namespace or verb; as a namespace also for the whole
  /// cluster.
  public static final String ANY = "*";

  private record Rule(
      boolean allowed, String user, String group, String resource, String namespace, String verb) {
    boolean fits(
        String who, String askedGroup, String asked, String askedNamespace, String askedVerb) {
      return is(user, who)
          && is(group, askedGroup)
          && is(resource, asked)
          && is(namespace, askedNamespace)
          && is(verb, askedVerb);
    }

    private static boolean is(String pattern, String value) {
      return pattern.equals(ANY) || pattern.equals(value);
    }
  }

  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final Runnable changed;
  private volatile boolean incomplete;

  FakeRights(Runnable changed) {
    this.changed = changed;
  }

  /// Takes a right away.
  ///
  /// @param group of the API, `""` for core
  /// @param resource a plural: `pods`
  /// @param namespace of the request; `""` is a request for the whole cluster
  public FakeRights forbid(String user, String group, String resource, String namespace) {
    return rule(new Rule(false, user, group, resource, namespace, ANY));
  }

  public FakeRights allow(String user, String group, String resource, String namespace) {
    return rule(new Rule(true, user, group, resource, namespace, ANY));
  }

  /// As [#forbid], for one verb of `list`, `watch` and `get`.
  public FakeRights forbidVerb(
      String user, String group, String resource, String namespace, String verb) {
    return rule(new Rule(false, user, group, resource, namespace, verb));
  }

  /// Takes back all rules.
  public void reset() {
    rules.clear();
    changed.run();
  }

  /// Whether reviews say that they may not tell all.
  public void incomplete(boolean on) {
    incomplete = on;
  }

  boolean incomplete() {
    return incomplete;
  }

  private FakeRights rule(Rule rule) {
    rules.add(rule);
    changed.run();
    return this;
  }

  boolean may(String user, String verb, String group, String resource, String namespace) {
    boolean allowed = true;
    for (Rule rule : rules) {
      if (rule.fits(user, group, resource, namespace, verb)) {
        allowed = rule.allowed();
      }
    }
    return allowed;
  }

  boolean unlimited() {
    return rules.isEmpty();
  }
}
