package io.kubilitics.model;

import java.util.ArrayList;
import java.util.List;

/// What checks need of one container of a Pod or of a pod template.
///
/// @param path of the container in its object
/// @param image `""` where it is not kept: in Pods that a controller made
/// @param requestsCpu whether it requests CPU, or limits it, which is then its request
/// @param requestsMemory the same for memory
/// @param ports in its own order
public record ContainerOutline(
    String path, String image, boolean requestsCpu, boolean requestsMemory, List<Port> ports) {
  /// The feature that holds the containers of an object.
  public static final String FEATURE = "containers";

  /// A port it declares.
  ///
  /// @param name `""` when it has none
  public record Port(String name, String number, String protocol) {}

  public ContainerOutline {
    ports = List.copyOf(ports);
  }

  /// A text for [Features]: the path of the pod spec, then a line for each container.
  ///
  /// @param spec path of the pod spec, without a dot at its end
  public static String write(String spec, List<ContainerOutline> containers) {
    StringBuilder text = new StringBuilder(spec);
    for (ContainerOutline container : containers) {
      text.append('\n')
          .append(shortened(container.path.substring(spec.length() + 1)))
          .append('\t')
          .append(FeatureParts.plain(container.image))
          .append('\t')
          .append(container.requestsCpu ? "c" : "")
          .append(container.requestsMemory ? "m" : "");
      for (Port port : container.ports) {
        text.append('\t').append(FeatureParts.plain(port.number));
        boolean isTcp = port.protocol.equals("TCP");
        if (!port.name.isEmpty() || !isTcp) {
          text.append(',').append(FeatureParts.plain(port.name));
        }
        if (!isTcp) {
          text.append(',').append(FeatureParts.plain(port.protocol));
        }
      }
    }
    return text.toString();
  }

  /// The containers of an object, in its own order; none when it has no such feature.
  public static List<ContainerOutline> of(Features features) {
    String text = features.get(FEATURE);
    return text == null ? List.of() : read(text);
  }

  static List<ContainerOutline> read(String text) {
    List<String> lines = FeatureParts.split(text, '\n');
    List<ContainerOutline> containers = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      List<String> parts = FeatureParts.split(line, '\t');
      if (parts.size() >= 3) {
        containers.add(
            new ContainerOutline(
                lines.getFirst() + '.' + lengthened(parts.get(0)),
                parts.get(1),
                parts.get(2).contains("c"),
                parts.get(2).contains("m"),
                parts.subList(3, parts.size()).stream().map(ContainerOutline::port).toList()));
      }
    }
    return containers;
  }

  /// `containers[0]` as `c0`, `initContainers[0]` as `i0`: a hundred thousand Pods say it.
  private static String shortened(String container) {
    String number = container.substring(container.indexOf('[') + 1, container.length() - 1);
    return (container.startsWith("init") ? "i" : "c") + number;
  }

  private static String lengthened(String text) {
    String number = text.isEmpty() ? "" : text.substring(1);
    return (text.startsWith("i") ? "initContainers[" : "containers[") + number + ']';
  }

  private static Port port(String text) {
    List<String> parts = FeatureParts.split(text, ',');
    return new Port(
        parts.size() > 1 ? parts.get(1) : "",
        parts.isEmpty() ? "" : parts.getFirst(),
        parts.size() > 2 ? parts.get(2) : "TCP");
  }
}
