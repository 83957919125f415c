package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.source.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes a file apart into its entries. An entry that makes no sense is left out with a remark, and
/// the others go on. One thread, one use.
final class FileParser {
  private static final int MOST_REMARKS = 100;

  private final String file;
  private final @Nullable Path folder;
  private final List<KubeconfigRemark> remarks = new ArrayList<>();

  private FileParser(String file, @Nullable Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /// Reads what a file holds.
  ///
  /// @param file its name for messages
  /// @param folder that relative paths are taken from, or null
  /// @throws MalformedDocumentException when it is no kubeconfig at all
  static KubeconfigFile parse(String file, @Nullable Path folder, byte[] octets) {
    if (octets.length > KubeconfigFile.MOST_BYTES) {
      throw new MalformedDocumentException(
          0, "is larger than " + (KubeconfigFile.MOST_BYTES >> 20) + " MiB");
    }
    return new FileParser(file, folder).config(FileText.of(octets));
  }

  private KubeconfigFile config(String text) {
    Node root =
        NodeReader.read(text, this::remark)
            .filter(node -> !node.isNull())
            .orElse(new Node.Fields(1, Map.of()));
    if (!(root instanceof Node.Fields fields)) {
      throw new MalformedDocumentException(root.line(), "is no kubeconfig: it has no fields");
    }
    expect(fields, "apiVersion", "v1");
    expect(fields, "kind", "Config");
    Map<String, Entry> clusters = entries(fields, "clusters", "cluster");
    Map<String, Entry> users = entries(fields, "users", "user");
    Map<String, Entry> contexts = entries(fields, "contexts", "context");
    return new KubeconfigFile(
        file, true, clusters, users, contexts, current(fields), List.copyOf(remarks));
  }

  /// What is there must be right; it may be missing.
  private static void expect(Node.Fields fields, String name, String value) {
    Node node = fields.get(name);
    if (node != null && !(node instanceof Node.Text text && text.value().equals(value))) {
      throw new MalformedDocumentException(
          node.line(), "is no kubeconfig: '" + name + "' must be " + value);
    }
  }

  private String current(Node.Fields fields) {
    Node node = fields.get("current-context");
    if (node == null) {
      return "";
    }
    if (node instanceof Node.Text text && Names.isName(text.value())) {
      return text.value();
    }
    remark(node.line(), "'current-context' is no name");
    return "";
  }

  private Map<String, Entry> entries(Node.Fields fields, String list, String sort) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Node node = fields.get(list);
    if (node instanceof Node.Items items) {
      items.items().forEach(item -> add(item, sort, entries));
    } else if (node != null) {
      remark(node.line(), "'" + list + "' must be a list");
    }
    return entries;
  }

  private void add(Node item, String sort, Map<String, Entry> into) {
    if (item.isNull()) {
      return;
    }
    if (!(item instanceof Node.Fields fields)
        || !(fields.get("name") instanceof Node.Text name)
        || name.value().isBlank()) {
      remark(item.line(), "a " + sort + " without a name");
      return;
    }
    if (!Names.isName(name.value())) {
      remark(
          name.line(),
          "the name of a " + sort + " is too long or holds characters that cannot be shown");
      return;
    }
    Node what = fields.get(sort);
    if (what != null && !(what instanceof Node.Fields)) {
      remark(what.line(), sort + " '" + Names.shown(name.value()) + "' is not made of fields");
      return;
    }
    Node.Fields parts =
        what instanceof Node.Fields found ? found : new Node.Fields(item.line(), Map.of());
    Entry entry = new Entry(sort, name.value(), file, folder, parts);
    if (into.putIfAbsent(name.value(), entry) != null) {
      remark(name.line(), entry + " is there twice in one file; the first one counts");
    }
  }

  private void remark(int line, String reason) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(new KubeconfigRemark(new Place(file, line), reason));
    }
  }
}
