package io.kubilitics.layout.slot;

import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Items as they occur, and edits of them, from a seed.
final class RandomItems {
  static final PackingRules BLOCKS = new PackingRules(16, 16, 10);
  static final PackingRules FRAMES = new PackingRules(64, 16, 10);

  private final Random random;
  private final boolean frames;
  private int named;

  private RandomItems(long seed, boolean frames) {
    this.random = new Random(seed);
    this.frames = frames;
  }

  /// Like apps: one to three columns of cards, a workload in the middle.
  static RandomItems blocks(long seed) {
    return new RandomItems(seed, false);
  }

  /// Like namespaces: mostly a few apps, some with very many.
  static RandomItems frames(long seed) {
    return new RandomItems(seed, true);
  }

  List<Item> many(int count) {
    List<Item> items = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      items.add(next());
    }
    return items;
  }

  Item next() {
    return new Item("item-" + named++, frames ? frame() : block());
  }

  /// One of: an item more, an item less, one a row of cards taller or a row less, one a column
  /// wider or narrower.
  List<Item> edited(List<Item> items) {
    List<Item> edited = new ArrayList<>(items);
    int kind = random.nextInt(10);
    if (kind == 0 || edited.isEmpty()) {
      edited.add(random.nextInt(edited.size() + 1), next());
      return edited;
    }
    int at = random.nextInt(edited.size());
    if (kind == 1) {
      edited.remove(at);
      return edited;
    }
    edited.set(at, resized(edited.get(at), kind));
    return edited;
  }

  private Item resized(Item item, int kind) {
    int by = frames ? 100 : 28;
    int width = item.size().width();
    int height = item.size().height();
    return switch (kind) {
      case 2 -> new Item(item.key(), new Size(width + (frames ? 400 : 204), height));
      case 3 -> new Item(item.key(), new Size(Math.max(200, width - 204), height));
      case 4, 5, 6 -> new Item(item.key(), new Size(width, height + by));
      default -> new Item(item.key(), new Size(width, Math.max(88, height - by)));
    };
  }

  private Size block() {
    int columns = 1 + random.nextInt(3);
    int width = columns == 1 ? 284 : columns == 2 ? 500 : 716;
    int cards = 1 + random.nextInt(4);
    int rows = 1 + random.nextInt(random.nextInt(8) == 0 ? 12 : 3);
    return new Size(width, 48 + Math.max(cards * 48, 80 + 28 * rows));
  }

  private Size frame() {
    int apps = 1 + random.nextInt(random.nextInt(6) == 0 ? 100 : 9);
    int across = (int) Math.ceil(Math.sqrt(apps));
    int down = (apps + across - 1) / across;
    return new Size(
        40 + across * (400 + 4 * random.nextInt(40)), 72 + down * (180 + 4 * random.nextInt(30)));
  }
}
