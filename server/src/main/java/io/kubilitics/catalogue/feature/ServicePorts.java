package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import io.kubilitics.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ports of a Service, with what they lead to.
final class ServicePorts implements ObjectText {
  private static final FieldPath PORTS = FieldPath.parse("spec.ports[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath PORT = FieldPath.parse("port");
  private static final FieldPath PROTOCOL = FieldPath.parse("protocol");
  private static final FieldPath TARGET = FieldPath.parse("targetPort");

  @Override
  public void keepIn(PathTrie trie) {
    for (FieldPath field : List.of(NAME, PORT, PROTOCOL, TARGET)) {
      trie.keep(PORTS.then(field));
    }
  }

  @Override
  public @Nullable String of(KeptObject service) {
    List<ServicePort> ports = new ArrayList<>();
    service.walk(
        PORTS,
        port -> {
          String number = text(port, PORT, "");
          ports.add(
              new ServicePort(
                  text(port, NAME, ""),
                  number,
                  text(port, PROTOCOL, "TCP"),
                  text(port, TARGET, number)));
        });
    return ports.isEmpty() ? null : ServicePort.write(ports);
  }

  private static String text(KeptField port, FieldPath field, String otherwise) {
    String text = port.scalar(field);
    return text == null || text.isEmpty() ? otherwise : text;
  }
}
