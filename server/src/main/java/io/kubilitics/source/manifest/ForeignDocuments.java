package io.kubilitics.source.manifest;

import io.kubilitics.catalogue.TokenStream.Token;

/// Tells documents that are no Kubernetes objects from those that are, and what they seem to be.
final class ForeignDocuments {
  private ForeignDocuments() {}

  /// Why the document is no Kubernetes object; `""` when it looks like one.
  static String reason(Tape tape) {
    if (tape.token(0) != Token.OBJECT_START) {
      return "no Kubernetes object: " + shape(tape.token(0)) + " where an object should be";
    }
    if (isTemplate(tape)) {
      return Reasons.TEMPLATE;
    }
    if (tape.has("apiVersion") || tape.has("kind")) {
      return "";
    }
    return "no Kubernetes object: " + guess(tape);
  }

  private static String shape(Token token) {
    return switch (token) {
      case LIST_START -> "a list";
      case TEXT -> "text";
      case NUMBER, TRUE, FALSE, NULL -> "a single value";
      case OBJECT_START, OBJECT_END, LIST_END, NAME, END -> "something else";
    };
  }

  /// An unrendered template can be sound YAML, when its braces are in quotes.
  private static boolean isTemplate(Tape tape) {
    return tape.text("kind").contains(Reasons.TEMPLATE_MARK)
        || tape.text("metadata", "name").contains(Reasons.TEMPLATE_MARK)
        || tape.text("metadata", "namespace").contains(Reasons.TEMPLATE_MARK);
  }

  private static String guess(Tape tape) {
    if (tape.has("services") && (tape.has("version") || !tape.has("apiVersion"))) {
      return "it looks like a Compose file";
    }
    if (tape.has("jobs") && (tape.has("on") || tape.has("true"))) {
      return "it looks like a CI workflow";
    }
    if (tape.has("stages") || tape.has("pipeline") || tape.has("steps")) {
      return "it looks like a CI pipeline";
    }
    if (tape.has("openapi") || tape.has("swagger")) {
      return "it looks like an API description";
    }
    if (tape.has("resources") && (tape.has("namePrefix") || tape.has("patches"))) {
      return "it looks like a kustomization; render first: kubectl kustomize … | kubilitics graph -";
    }
    if (tape.has("replicaCount") || tape.has("nameOverride") || tape.has("image")) {
      return "it looks like Helm values";
    }
    return "it has neither apiVersion nor kind";
  }
}
