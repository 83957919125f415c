package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.ContainerOutline.Port;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The containers of a Pod or a pod template. What a controller made says only which ports it has:
/// the rest is said once, by the template it was made from; of what is no Pod it says nothing,
/// since it stands in for no Pods.
final class ContainerOutlines implements ObjectText {
  private static final FieldPath CONTROLLERS =
      FieldPath.parse("metadata.ownerReferences[].controller");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath IMAGE = FieldPath.parse("image");
  private static final FieldPath RESTARTS = FieldPath.parse("restartPolicy");
  private static final FieldPath PORTS = FieldPath.parse("ports[]");
  private static final FieldPath PORT_NUMBER = FieldPath.parse("containerPort");
  private static final FieldPath PROTOCOL = FieldPath.parse("protocol");
  private static final List<FieldPath> CPU =
      List.of(FieldPath.parse("resources.requests.cpu"), FieldPath.parse("resources.limits.cpu"));
  private static final List<FieldPath> MEMORY =
      List.of(
          FieldPath.parse("resources.requests.memory"), FieldPath.parse("resources.limits.memory"));

  private final boolean isPod;
  private final FieldPath spec;
  private final FieldPath containers;
  private final FieldPath initContainers;

  ContainerOutlines(FieldPath template) {
    isPod = template.equals(FieldPath.SELF);
    spec = template.then(FieldPath.parse("spec"));
    containers = spec.then(FieldPath.parse("containers[]"));
    initContainers = spec.then(FieldPath.parse("initContainers[]"));
  }

  @Override
  public void keepIn(PathTrie trie) {
    trie.keep(CONTROLLERS);
    for (FieldPath list : List.of(containers, initContainers)) {
      List<FieldPath> fields = new ArrayList<>(List.of(IMAGE, RESTARTS));
      fields.addAll(CPU);
      fields.addAll(MEMORY);
      for (FieldPath port : List.of(NAME, PORT_NUMBER, PROTOCOL)) {
        fields.add(PORTS.then(port));
      }
      fields.forEach(field -> trie.keep(list.then(field)));
    }
  }

  @Override
  public @Nullable String of(KeptObject object) {
    boolean hasController = hasController(object);
    if (hasController && !isPod) {
      return null;
    }
    List<ContainerOutline> outlines = new ArrayList<>();
    object.walk(containers, container -> add(container, hasController, true, outlines));
    object.walk(
        initContainers,
        container ->
            add(container, hasController, "Always".equals(container.scalar(RESTARTS)), outlines));
    return outlines.isEmpty() ? null : ContainerOutline.write(spec.toString(), outlines);
  }

  /// A container that runs before the others offers no port, unless it stays.
  private static void add(
      KeptField container, boolean onlyPorts, boolean stays, List<ContainerOutline> outlines) {
    List<Port> ports = stays ? ports(container) : List.of();
    if (onlyPorts && ports.isEmpty()) {
      return;
    }
    String image = onlyPorts ? null : container.scalar(IMAGE);
    outlines.add(
        new ContainerOutline(
            container.path(),
            image == null ? "" : image,
            !onlyPorts && hasAny(container, CPU),
            !onlyPorts && hasAny(container, MEMORY),
            ports));
  }

  private static List<Port> ports(KeptField container) {
    List<Port> ports = new ArrayList<>();
    container.walk(
        PORTS,
        port -> {
          String number = port.scalar(PORT_NUMBER);
          String name = port.scalar(NAME);
          String protocol = port.scalar(PROTOCOL);
          ports.add(
              new Port(
                  name == null ? "" : name,
                  number == null ? "" : number,
                  protocol == null ? "TCP" : protocol));
        });
    return ports;
  }

  private static boolean hasAny(KeptField container, List<FieldPath> fields) {
    return fields.stream().anyMatch(field -> container.scalar(field) != null);
  }

  private static boolean hasController(KeptObject object) {
    boolean[] has = new boolean[1];
    object.walk(CONTROLLERS, controller -> has[0] |= "true".equals(controller.scalar()));
    return has[0];
  }
}
