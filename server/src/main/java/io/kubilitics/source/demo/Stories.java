package io.kubilitics.source.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Thinks of what could happen next. One thread.
final class Stories {
  /// How often a random app is looked at before the idea is given up.
  private static final int ATTEMPTS = 12;

  /// An idea, and how often it comes among all others.
  private record Idea(int weight, Function<Dice, Optional<Story>> story) {}

  private final World world;
  private final List<Idea> ideas =
      List.of(
          new Idea(22, this::rollout),
          new Idea(24, this::crash),
          new Idea(18, this::scaling),
          new Idea(10, this::loss),
          new Idea(2, this::drain),
          new Idea(10, this::configEdit),
          new Idea(3, this::secretEdit),
          new Idea(3, this::renewal),
          new Idea(2, this::relabel),
          new Idea(6, this::remake));
  private final int weights = ideas.stream().mapToInt(Idea::weight).sum();

  /// The Node that is drained just now.
  private @Nullable Node drained;

  Stories(World world) {
    this.world = world;
  }

  /// A story that can begin now; empty when the first idea does not fit the world.
  Optional<Story> next(Dice dice) {
    int luck = dice.below(weights);
    for (Idea idea : ideas) {
      luck -= idea.weight();
      if (luck < 0) {
        return idea.story().apply(dice);
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> some(Dice dice, Function<App, Optional<T>> choice) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      App app = dice.pick(world.apps());
      if (!app.isAlive() || app.isBusy()) {
        continue;
      }
      Optional<T> chosen = choice.apply(app);
      if (chosen.isPresent()) {
        return chosen;
      }
    }
    return Optional.empty();
  }

  private static Optional<Deployment> deployment(App app) {
    return app.workload() instanceof Deployment deployment
        ? Optional.of(deployment)
        : Optional.empty();
  }

  private Optional<Story> rollout(Dice dice) {
    return some(dice, app -> deployment(app).map(RolloutStory::new));
  }

  private Optional<Story> crash(Dice dice) {
    return some(
        dice,
        app ->
            deployment(app)
                .map(deployment ->
                    new CrashStory(dice.pick(deployment.pods()), dice.between(1, 3))));
  }

  private Optional<Story> scaling(Dice dice) {
    return some(
        dice,
        app -> {
          Part autoscaler = app.autoscaler();
          if (autoscaler == null || !(app.workload() instanceof Deployment deployment)) {
            return Optional.empty();
          }
          int target = dice.between(app.leastReplicas(), app.mostReplicas());
          return target == deployment.desired()
              ? Optional.empty()
              : Optional.of(new ScaleStory(deployment, autoscaler, target));
        });
  }

  private Optional<Story> loss(Dice dice) {
    return some(dice, app -> LossStory.of(dice.pick(app.workload().pods())));
  }

  private Optional<Story> drain(Dice dice) {
    Node node = dice.pick(world.machines().nodes());
    if (node.isCordoned() || (drained != null && drained.isCordoned())) {
      return Optional.empty();
    }
    drained = node;
    return Optional.of(new DrainStory(node));
  }

  private Optional<Story> configEdit(Dice dice) {
    return some(dice, app -> edit(app.configs(), dice));
  }

  private Optional<Story> secretEdit(Dice dice) {
    return some(dice, app -> edit(app.secrets(), dice));
  }

  private static Optional<Story> edit(List<Part> parts, Dice dice) {
    return parts.isEmpty() ? Optional.empty() : Optional.of(edit(List.of(dice.pick(parts))));
  }

  private static Story edit(List<Part> parts) {
    return (world, journal, _) -> {
      for (Part part : parts) {
        part.edit(world.births().now());
        journal.put(part);
      }
      return Story.ENDED;
    };
  }

  private Optional<Story> renewal(Dice dice) {
    return some(
        dice,
        app -> {
          Part certificate = app.certificate();
          Part keyPair = app.keyPair();
          return certificate == null || keyPair == null
              ? Optional.empty()
              : Optional.of(edit(List.of(certificate, keyPair)));
        });
  }

  private Optional<Story> relabel(Dice dice) {
    Space space = dice.pick(world.spaces());
    if (space.style() == Space.Style.SYSTEM) {
      return Optional.empty();
    }
    return Optional.of((world, journal, _) -> {
      space.flipCaller(world.births().now());
      journal.put(space.namespace());
      return Story.ENDED;
    });
  }

  private Optional<Story> remake(Dice dice) {
    return some(
        dice,
        app -> {
          Part autoscaler = app.autoscaler();
          return switch (dice.below(4)) {
            case 0 -> remake(app, app.configs(), dice);
            case 1 -> remake(app, app.secrets(), dice);
            case 2 ->
                app.exposures().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RemakeStory(app, dice.pick(app.exposures()).parts()));
            default ->
                autoscaler == null
                    ? Optional.empty()
                    : Optional.of(new RemakeStory(app, List.of(autoscaler)));
          };
        });
  }

  private static Optional<Story> remake(App app, List<Part> parts, Dice dice) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new RemakeStory(app, List.of(dice.pick(parts))));
  }
}
