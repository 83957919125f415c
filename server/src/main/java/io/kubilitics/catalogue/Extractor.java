package io.kubilitics.catalogue;

import io.kubilitics.catalogue.TokenStream.Token;
import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.Timestamps;
import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.catalogue.rule.Rule;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns documents into records with facts, in one pass over their tokens. Nothing in a document is
/// able to make it throw: what cannot be used is told to the listener and the rest goes on. One
/// thread at a time; several extractors of one catalogue may run at once and share equal values.
public final class Extractor {
  private static final FieldPath METADATA = FieldPath.parse("metadata");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath GENERATE_NAME = FieldPath.parse("generateName");
  private static final FieldPath NAMESPACE = FieldPath.parse("namespace");
  private static final FieldPath UID = FieldPath.parse("uid");
  private static final FieldPath CREATED = FieldPath.parse("creationTimestamp");
  private static final FieldPath LABELS = FieldPath.parse("labels");

  /// Names are at most 253 characters in every API; what is far longer is no name.
  private static final int LONGEST_NAME = 1024;

  private static final Kind NAMESPACE_KIND = Kind.core("Namespace");

  private final Catalogue catalogue;
  private final SharedValues shared;
  private long failures;

  /// Cost of the items that wait for the kind of the document's lists.
  private long waiting;

  Extractor(Catalogue catalogue, SharedValues shared) {
    this.catalogue = catalogue;
    this.shared = shared;
  }

  /// Reads one document: an object, a `List`, or a typed list as API servers send it. An empty
  /// document is nothing. What ends in the middle is reported like anything else that is wrong.
  public void read(TokenStream tokens, ExtractionListener listener) {
    read(tokens, listener, "", "");
  }

  /// Reads one object that is of this kind, whatever it says itself, or does not say.
  public void read(TokenStream tokens, Kind kind, String version, ExtractionListener listener) {
    String apiVersion = kind.group().isEmpty() ? version : kind.group() + "/" + version;
    read(tokens, listener, apiVersion, kind.name());
  }

  /// How often a rule failed in an object, which is a bug of the rule.
  public long failures() {
    return failures;
  }

  private void read(
      TokenStream tokens, ExtractionListener listener, String apiVersion, String kind) {
    waiting = 0;
    try {
      Token first = tokens.next();
      switch (first) {
        case OBJECT_START -> {
          ObjectReader reader = new ObjectReader(this, listener, tokens.line(), 0);
          if (!kind.isEmpty()) {
            reader.decide(apiVersion, kind);
          }
          if (!reader.read(tokens)) {
            reader.rejectUndecided();
          }
        }
        case END, NULL -> {}
        case LIST_START, TEXT, NUMBER, TRUE, FALSE -> {
          listener.rejected(tokens.line(), "no Kubernetes object: the document is " + noun(first));
          TokenWalk.pass(first, tokens);
        }
        case NAME, OBJECT_END, LIST_END -> throw TokenWalk.broken(tokens);
      }
    } catch (MalformedDocumentException e) {
      listener.rejected(e.line(), String.valueOf(e.getMessage()));
    }
  }

  private static String noun(Token token) {
    return token == Token.LIST_START ? "a list" : "a single value";
  }

  Catalogue catalogue() {
    return catalogue;
  }

  SharedValues shared() {
    return shared;
  }

  /// Whether one more item may wait.
  boolean mayWait(@Nullable TokenBuffer item) {
    waiting += item == null ? 0 : item.cost();
    return waiting <= TokenBuffer.MOST;
  }

  /// Makes the record of an object whose fields are read.
  void emit(
      CompiledKind kind, KeptObject object, long digest, int line, ExtractionListener listener) {
    KeptField metadata = object.first(METADATA);
    String refusal = refusal(metadata);
    if (Synthetic.Type.of(kind.kind()) != null) {
      listener.rejected(
          line, kind.kind() + ": this kind is reserved for what is no object of a cluster");
      return;
    }
    if (metadata == null && !kind.isDescribed()) {
      listener.foreign(
          line,
          "no Kubernetes object: %s without 'metadata'; it looks like a program's configuration"
              .formatted(kind.kind()));
      return;
    }
    if (metadata == null || refusal != null) {
      listener.rejected(line, kind.kind() + ": " + refusal);
      return;
    }
    String name = metadata.scalar(NAME);
    ResourceId id =
        new ResourceId(
            kind.kind(), namespace(kind, metadata), shared.text(name == null ? "" : name));
    Labels labels = labels(id, metadata);
    object.identify(id, labels);
    String uid = metadata.scalar(UID);
    if (kind.kind().equals(CustomKind.DEFINITION)) {
      CustomKind.read(object).ifPresent(defined -> listener.defined(defined, line));
    }
    Resource resource =
        Resource.builder(id)
            .version(object.version())
            .uid(uid == null ? "" : uid)
            .createdAt(Timestamps.read(metadata.scalar(CREATED)))
            .labels(labels)
            .health(health(kind, object, line, listener))
            .facts(facts(kind, object, line, listener))
            .features(features(kind, object))
            .digest(digest)
            .build();
    if (!kind.isDescribed() || object.askedInVain()) {
      listener.unsettled(resource, kind.isDescribed(), line);
      return;
    }
    listener.resource(resource, line);
  }

  /// Why an object with this metadata has no identity, or null.
  private static @Nullable String refusal(@Nullable KeptField metadata) {
    if (metadata == null) {
      return "it has no 'metadata'";
    }
    if (!metadata.isMap()) {
      return "'metadata' must be an object";
    }
    KeptField name = metadata.first(NAME);
    String text = name == null ? "" : name.scalar();
    if (text == null) {
      return "'metadata.name' must be a text";
    }
    if (name != null && !name.isText()) {
      return "'metadata.name' must be a text, and " + text + " is none without quotes";
    }
    if (text.isEmpty()) {
      return metadata.first(GENERATE_NAME) == null
          ? "it has no 'metadata.name'"
          : "it has only 'metadata.generateName': its name is made by the cluster";
    }
    KeptField namespace = metadata.first(NAMESPACE);
    String place = namespace == null ? "" : namespace.scalar();
    if (place == null) {
      return "'metadata.namespace' must be a text";
    }
    if (namespace != null && !namespace.isText()) {
      return "'metadata.namespace' must be a text, and " + place + " is none without quotes";
    }
    return text.length() > LONGEST_NAME || place.length() > LONGEST_NAME
        ? "its name is longer than " + LONGEST_NAME + " characters"
        : null;
  }

  private String namespace(CompiledKind kind, KeptField metadata) {
    String written = metadata.scalar(NAMESPACE);
    String namespace = written == null ? "" : written;
    return switch (kind.scope()) {
      case CLUSTER -> "";
      case NAMESPACED -> namespace.isEmpty() ? "default" : shared.text(namespace);
      case UNKNOWN -> shared.text(namespace);
    };
  }

  private Labels labels(ResourceId id, KeptField metadata) {
    Map<String, String> written = metadata.texts(LABELS);
    Labels labels = written.isEmpty() ? Labels.NONE : shared.labels(Labels.of(written));
    return id.kind().equals(NAMESPACE_KIND)
        ? labels.withDefault(NamespaceScope.NAME_LABEL, id.name())
        : labels;
  }

  private Health health(
      CompiledKind kind, KeptObject object, int line, ExtractionListener listener) {
    try {
      return shared.health(covered(kind.health().of(object)));
    } catch (RuntimeException e) {
      report(object, e, line, listener);
      return Health.UNKNOWN;
    }
  }

  /// Messages of containers and controllers say what they were told, credentials too.
  private static Health covered(Health health) {
    Health.Later later = health.later();
    String message = SecretText.covered(health.message());
    return later == null && message.equals(health.message())
        ? health
        : new Health(
            health.status(),
            health.reason(),
            message,
            later == null ? null : new Health.Later(later.at(), covered(later.health())));
  }

  private static @Nullable String covered(@Nullable String feature) {
    return feature == null ? null : SecretText.covered(feature);
  }

  private List<Fact> facts(
      CompiledKind kind, KeptObject object, int line, ExtractionListener listener) {
    FoundFacts found = new FoundFacts(catalogue.relations(), shared);
    for (Rule rule : kind.rules()) {
      int before = found.size();
      try {
        rule.facts(object, found);
      } catch (RuntimeException e) {
        found.cutTo(before);
        report(object, e, line, listener);
      }
    }
    found.leftOut().forEach(reason -> listener.rejected(line, object.id() + ": " + reason));
    return found.facts();
  }

  private Features features(CompiledKind kind, KeptObject object) {
    if (kind.texts().isEmpty()) {
      return Features.NONE;
    }
    List<@Nullable String> values = new ArrayList<>(kind.texts().size());
    kind.texts().forEach(text -> values.add(covered(text.of(object))));
    return Features.of(kind.textNames(), values);
  }

  /// What a failure says may quote what the rule read: its name must do.
  private void report(
      KeptObject object, RuntimeException failure, int line, ExtractionListener listener) {
    failures++;
    listener.rejected(
        line, object.id() + ": a rule failed and is left out: " + failure.getClass().getName());
  }
}
