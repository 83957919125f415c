package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of one entry, or of a part of it, read as what they should be. What they are not is
/// said with file and line and without their value. Nothing is opened.
final class EntryFields {
  private final Entry entry;
  private final Node.Fields fields;

  private EntryFields(Entry entry, Node.Fields fields) {
    this.entry = entry;
    this.fields = fields;
  }

  static EntryFields of(Entry entry) {
    return new EntryFields(entry, entry.fields());
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /// A text, `""` when there is none. A number is its digits.
  String text(String name) {
    Node node = fields.get(name);
    return switch (node) {
      case null -> "";
      case Node.Text text -> text.value();
      case Node.Items _, Node.Fields _ -> throw bad(name, "must be a text");
    };
  }

  /// A text without anything that could end a line or a header.
  String line(String name) {
    return checkedLine(name, text(name));
  }

  /// YAML's words for yes and no, not in quotes; no when there is none.
  boolean flag(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return false;
    }
    if (node instanceof Node.Text(int _, String value, boolean plain) && plain) {
      switch (value) {
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> {
          return true;
        }
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> {
          return false;
        }
        default -> {}
      }
    }
    throw bad(name, "must be true or false");
  }

  /// A path, taken from the folder of the file; null when there is none.
  @Nullable Path path(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    Path folder = entry.folder();
    if (folder == null) {
      throw forbidden(name, "names a file");
    }
    if (!Names.isPrintable(text)) {
      throw bad(name, "is no path: it holds characters that cannot be shown");
    }
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException _) {
      throw bad(name, "is no path");
    }
  }

  /// What stands in `name`, a path, or in `name-data`, as base64; null when there is neither.
  @Nullable Pem pem(String name, PemSort sort) {
    String inData = name + "-data";
    String base64 = text(inData);
    Path path = path(name);
    if (base64.isEmpty()) {
      return path == null ? null : new Pem.File(path);
    }
    if (path != null) {
      throw bad(name, "and '" + inData + "' are both there; kubectl refuses that: keep one");
    }
    try {
      return new Pem.Inline(sort.decoded(base64));
    } catch (IllegalArgumentException e) {
      throw bad(inData, String.valueOf(e.getMessage()));
    }
  }

  /// A list of texts.
  List<String> texts(String name) {
    return texts(name, fields.get(name));
  }

  private List<String> texts(String name, @Nullable Node node) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!(node instanceof Node.Items list)) {
      throw bad(name, "must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.items()) {
      if (!(item instanceof Node.Text text)) {
        throw bad(name, "must be a list of texts");
      }
      texts.add(text.isNull() ? "" : text.value());
    }
    return texts;
  }

  /// Names with lists of texts, in the order of the file.
  Map<String, List<String>> lists(String name) {
    Node node = fields.get(name);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (node == null) {
      return lists;
    }
    if (!(node instanceof Node.Fields found)) {
      throw bad(name, "must be names with lists of texts");
    }
    found
        .fields()
        .forEach((key, values) ->
            lists.put(
                checkedLine(name, key),
                texts(name, values).stream().map(value -> checkedLine(name, value)).toList()));
    return lists;
  }

  /// What is made of fields itself.
  EntryFields part(String name) {
    if (fields.get(name) instanceof Node.Fields found) {
      return new EntryFields(entry, found);
    }
    throw bad(name, "must be made of fields");
  }

  /// A list whose elements are made of fields.
  List<EntryFields> parts(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Node.Items list)) {
      throw bad(name, "must be a list");
    }
    List<EntryFields> parts = new ArrayList<>();
    for (Node item : list.items()) {
      if (!(item instanceof Node.Fields found)) {
        throw bad(name, "must be a list of fields");
      }
      parts.add(new EntryFields(entry, found));
    }
    return parts;
  }

  String checkedLine(String name, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw bad(name, "holds control characters");
    }
    return text;
  }

  boolean isUploaded() {
    return entry.folder() == null;
  }

  /// What is wrong with a field, and where it stands.
  ProblemException bad(String name, String reason) {
    return new ProblemException(
        new Problem.Unreadable(place(name), entry + ": '" + name + "' " + reason));
  }

  /// What an uploaded kubeconfig may not do.
  ProblemException forbidden(String name, String reason) {
    return new ProblemException(
        new Problem.Forbidden(
            place(name),
            entry
                + ": '"
                + name
                + "' "
                + reason
                + ", which a kubeconfig that was uploaded may not; it may hold inline data only"));
  }

  private String place(String name) {
    Node node = fields.fields().get(name);
    return node == null
        ? entry.place(name).toString()
        : new Place(entry.file(), node.line()).toString();
  }
}
