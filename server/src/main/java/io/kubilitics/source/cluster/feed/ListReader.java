package io.kubilitics.source.cluster.feed;

import java.io.IOException;

/// Reads a list as an API server sends it, its fields in any order.
///
/// @param resourceVersion where a watch may begin
/// @param continuation of the next page, `""` when this is the last
/// @param objects how many there were
record ListReader(String resourceVersion, String continuation, long objects) {
  private static final int LARGEST_METADATA = 64 << 10;

  /// Hands all objects of the list to the intake.
  ///
  /// @throws GarbledStreamException when it is no list, or ends in the middle
  static ListReader read(JsonCursor in, Intake intake) throws IOException {
    String resourceVersion = "";
    String continuation = "";
    String kind = "";
    boolean hasItems = false;
    long objects = 0;
    in.expect('{');
    for (String name = in.field(); name != null; name = in.field()) {
      switch (name) {
        case "metadata" -> {
          ShallowFields metadata = ShallowFields.of(in.value(LARGEST_METADATA));
          resourceVersion = metadata.text("resourceVersion");
          continuation = metadata.text("continue");
        }
        case "kind" -> kind = in.value(256).text();
        case "items" -> {
          hasItems = true;
          objects += items(in, intake);
        }
        default -> in.skip();
      }
    }
    if (!hasItems && !kind.endsWith("List")) {
      throw new GarbledStreamException("the answer is no list");
    }
    return new ListReader(resourceVersion, continuation, objects);
  }

  private static long items(JsonCursor in, Intake intake) throws IOException {
    if (in.peek() == 'n') {
      in.skip();
      return 0;
    }
    long objects = 0;
    in.expect('[');
    while (in.element()) {
      intake.put(in.value(ObjectIntake.MOST_OCTETS), true);
      objects++;
    }
    return objects;
  }
}
