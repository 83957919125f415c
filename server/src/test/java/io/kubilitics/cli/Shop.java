package io.kubilitics.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small shop as manifests: a Deployment that needs a Secret nobody made, a Service, a Pod of
/// another team.
final class Shop {
  static final String CART =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart, namespace: shop, labels: {app: cart, tier: front}}
      spec:
        selector: {matchLabels: {app: cart}}
        template:
          metadata: {labels: {app: cart}}
          spec:
            serviceAccountName: cart
            containers:
            - name: main
              image: cart:1.4
              envFrom:
              - configMapRef: {name: cart-config}
              - configMapRef: {name: tuning, optional: true}
              env:
              - name: PASSWORD
                valueFrom: {secretKeyRef: {name: db-password, key: password}}
      """;

  static final String REST =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop, labels: {app: cart}}
      spec: {selector: {app: cart}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: cart, namespace: shop}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cart-config, namespace: shop}
      data: {mode: fast}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: probe, namespace: tools, labels: {app: probe}}
      spec: {containers: [{name: main, image: probe:2}]}
      """;

  private Shop() {}

  /// The shop in two files.
  static Path in(Path folder) {
    write(folder.resolve("cart.yaml"), CART);
    write(folder.resolve("rest.yaml"), REST);
    return folder;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its documents, for putting them into other orders and files.
  static List<String> documents() {
    return List.of((CART + "---\n" + REST).split("(?m)^---$"));
  }
}
