package io.kubilitics.catalogue.field;

import io.kubilitics.catalogue.field.FieldPath.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What to do with each field of an object while it is read: one node for each path that somebody
/// asked for. Filled by one thread, then [#seal]ed and immutable.
///
/// A field without a node is skipped, though it still counts as a change.
public final class PathTrie {
  /// Below a path that is wanted as a whole.
  private static final PathTrie ALL = new PathTrie(true, false);

  /// Below a path whose values must never be kept.
  private static final PathTrie MASKED = new PathTrie(false, true);

  /// Below a field of which nothing is known but that references may be in it.
  private static final PathTrie SEARCHED = searched(false);

  /// A field there whose name says that it is part of a reference.
  private static final PathTrie FOUND = searched(true);

  private final Map<String, PathTrie> names = new HashMap<>();
  private @Nullable PathTrie elements;
  private @Nullable PathTrie values;

  /// Everything below is kept.
  private boolean whole;

  /// Names are kept, but no text below.
  private boolean masked;

  /// Changes below are no changes.
  private boolean ignored;

  /// Of fields below that nobody asked for the parts of references are kept.
  private boolean searched;

  /// The text of a scalar here is kept; what is below a map here is searched.
  private boolean found;

  /// Not searched, though what is around it is.
  private boolean apart;

  /// What is kept of the text here, null for all or nothing of it.
  private @Nullable UnaryOperator<String> digest;

  public PathTrie() {}

  private PathTrie(boolean whole, boolean masked) {
    this.whole = whole;
    this.masked = masked;
  }

  private static PathTrie searched(boolean found) {
    PathTrie trie = new PathTrie();
    trie.searched = true;
    trie.found = found;
    return trie;
  }

  /// Keeps all texts whose name says that they are part of a reference, at any depth, and where
  /// they are; for objects of which nothing else is known.
  ///
  /// @param butNotIn fields of the object that are left out
  public void keepReferences(Set<String> butNotIn) {
    searched = true;
    butNotIn.forEach(name -> names.computeIfAbsent(name, _ -> new PathTrie()).apart = true);
  }

  /// Keeps the field and everything below it.
  public void keep(FieldPath path) {
    node(path).whole = true;
  }

  /// Keeps the names of a map's fields, and nothing else of them.
  public void keepNames(FieldPath path) {
    node(path).valuesToFill();
  }

  /// Changes at the path and below are no changes of the object.
  public void ignore(FieldPath path) {
    node(path).ignored = true;
  }

  /// Never keeps any text below the path, whoever asks for it.
  public void mask(FieldPath path) {
    node(path).masked = true;
  }

  /// Keeps of a text only what the function makes of it, even below a masked path.
  public void digest(FieldPath path, UnaryOperator<String> digest) {
    node(path).digest = digest;
  }

  /// Hands what holds for a field down to the fields below it. Ends the filling.
  public void seal() {
    if (elements != null) {
      inherit(elements);
    }
    if (values != null) {
      inherit(values);
    }
    for (PathTrie child : names.values()) {
      if (values != null) {
        child.absorb(values);
      }
      inherit(child);
    }
    for (PathTrie child : names.values()) {
      child.seal();
    }
    if (elements != null) {
      elements.seal();
    }
    if (values != null) {
      values.seal();
    }
  }

  private void inherit(PathTrie child) {
    child.whole |= whole;
    child.masked |= masked;
    child.ignored |= ignored;
    child.searched |= searched && !child.apart;
  }

  /// The node of a field, null when it is to be skipped.
  public @Nullable PathTrie named(String name) {
    PathTrie child = names.get(name);
    if (child == null && searched) {
      return ReferenceNames.isPart(name) ? FOUND : SEARCHED;
    }
    return child != null ? child : orBelow(values);
  }

  /// The node of the elements of a list, null when they are to be skipped.
  public @Nullable PathTrie elements() {
    if (elements == null && searched) {
      return found ? FOUND : SEARCHED;
    }
    return orBelow(elements);
  }

  private @Nullable PathTrie orBelow(@Nullable PathTrie child) {
    if (child != null) {
      return child;
    }
    if (masked) {
      return MASKED;
    }
    return whole ? ALL : null;
  }

  /// Whether changes here count.
  public boolean isIgnored() {
    return ignored;
  }

  /// Whether text here must be forgotten.
  public boolean isMasked() {
    return masked;
  }

  /// Whether anything of the text of a scalar here is kept.
  public boolean keepsText() {
    return digest != null || ((whole || found) && !masked);
  }

  /// What is kept of a text here, where anything is.
  public String kept(String text) {
    return digest == null ? text : digest.apply(text);
  }

  /// Whether nobody wants this field: it is only here to be ignored.
  public boolean isUnwanted() {
    return ignored
        && !whole
        && !masked
        && names.isEmpty()
        && elements == null
        && values == null
        && digest == null;
  }

  private PathTrie node(FieldPath path) {
    PathTrie node = this;
    for (Step step : path.steps()) {
      node =
          switch (step) {
            case Step.Name(String name) -> node.names.computeIfAbsent(name, _ -> new PathTrie());
            case Step.Elements(), Step.At(int _) -> node.elementsToFill();
            case Step.Matching(String field, String _) -> {
              PathTrie each = node.elementsToFill();
              each.names.computeIfAbsent(field, _ -> new PathTrie()).whole = true;
              yield each;
            }
            case Step.Values() -> node.valuesToFill();
          };
    }
    return node;
  }

  private PathTrie elementsToFill() {
    if (elements == null) {
      elements = new PathTrie();
    }
    return elements;
  }

  private PathTrie valuesToFill() {
    if (values == null) {
      values = new PathTrie();
    }
    return values;
  }

  /// Takes over everything that was asked of the other node.
  private void absorb(PathTrie other) {
    whole |= other.whole;
    masked |= other.masked;
    ignored |= other.ignored;
    digest = digest == null ? other.digest : digest;
    other.names.forEach(
        (name, child) -> names.computeIfAbsent(name, _ -> new PathTrie()).absorb(child));
    if (other.elements != null) {
      elementsToFill().absorb(other.elements);
    }
    if (other.values != null) {
      valuesToFill().absorb(other.values);
    }
  }
}
