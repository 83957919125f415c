package io.kubilitics.model;

import java.util.ArrayList;
import java.util.List;

/// One port of a Service as checks need it.
///
/// @param name `""` when it has none
/// @param port the number under which it is called
/// @param protocol `TCP` when the Service says nothing
/// @param target number or name of the port of its Pods; the own number when the Service says
///   nothing
public record ServicePort(String name, String port, String protocol, String target) {
  /// The feature that holds the ports of an object.
  public static final String FEATURE = "servicePorts";

  private static final char BETWEEN_PORTS = '\n';
  private static final char BETWEEN_PARTS = '\t';

  /// A text for [Features]; [#read] is its inverse.
  public static String write(List<ServicePort> ports) {
    StringBuilder text = new StringBuilder();
    for (ServicePort port : ports) {
      if (!text.isEmpty()) {
        text.append(BETWEEN_PORTS);
      }
      text.append(FeatureParts.plain(port.name))
          .append(BETWEEN_PARTS)
          .append(FeatureParts.plain(port.port))
          .append(BETWEEN_PARTS)
          .append(FeatureParts.plain(port.protocol))
          .append(BETWEEN_PARTS)
          .append(FeatureParts.plain(port.target));
    }
    return text.toString();
  }

  /// The ports of an object, in its own order; none when it has no such feature.
  public static List<ServicePort> of(Features features) {
    String text = features.get(FEATURE);
    return text == null ? List.of() : read(text);
  }

  static List<ServicePort> read(String text) {
    List<ServicePort> ports = new ArrayList<>();
    for (String line : FeatureParts.split(text, BETWEEN_PORTS)) {
      List<String> parts = FeatureParts.split(line, BETWEEN_PARTS);
      if (parts.size() == 4) {
        ports.add(new ServicePort(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
      }
    }
    return ports;
  }

  /// Whether a reference that says this number or name means this port.
  public boolean isCalled(String numberOrName) {
    return port.equals(numberOrName) || (!name.isEmpty() && name.equals(numberOrName));
  }
}
