package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.problem.Suggestion;
import io.kubilitics.source.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The contexts of all kubeconfig files together. Files are merged as kubectl does it: of each name
/// the first definition counts, whole; so does the first current context that is set. What is wrong
/// with one file or entry harms no other. Reading opens the kubeconfig files themselves and nothing
/// else; nothing is run and nobody is contacted. Immutable.
public final class Kubeconfig {
  /// Where a user works when nobody says otherwise.
  public static final String DEFAULT_NAMESPACE = "default";

  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private final List<KubeconfigFile> files;

  /// Where one was looked for and is none.
  private final List<Path> missing;

  private final Map<String, Entry> clusters = new LinkedHashMap<>();
  private final Map<String, Entry> users = new LinkedHashMap<>();
  private final Map<String, Entry> contexts = new LinkedHashMap<>();
  private final String current;
  private final @Nullable InCluster inCluster;

  private Kubeconfig(
      List<KubeconfigFile> files, List<Path> missing, @Nullable InCluster inCluster) {
    this.files = List.copyOf(files);
    this.missing = List.copyOf(missing);
    for (KubeconfigFile file : files) {
      file.clusters().forEach(clusters::putIfAbsent);
      file.users().forEach(users::putIfAbsent);
      file.contexts().forEach(contexts::putIfAbsent);
    }
    boolean isEmpty = clusters.isEmpty() && users.isEmpty() && contexts.isEmpty();
    this.inCluster = isEmpty ? inCluster : null;
    String set =
        files.stream()
            .map(KubeconfigFile::current)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    current = this.inCluster == null ? set : InCluster.CONTEXT;
  }

  /// Reads the files there are. One that is broken says nothing; [#remarks] tells why.
  ///
  /// @throws ProblemException when a file was named and is not there or cannot be read
  public static Kubeconfig read(KubeconfigFiles files) {
    List<KubeconfigFile> read = new ArrayList<>();
    List<Path> missing = new ArrayList<>();
    for (Path path : files.files()) {
      Optional<KubeconfigFile> file = KubeconfigFile.read(path);
      if (files.named()) {
        check(path, file);
      }
      file.ifPresentOrElse(read::add, () -> missing.add(path));
    }
    return new Kubeconfig(read, missing, files.inCluster());
  }

  static Kubeconfig of(List<KubeconfigFile> files, @Nullable InCluster inCluster) {
    return new Kubeconfig(files, List.of(), inCluster);
  }

  /// Reads a kubeconfig that somebody sent. It may hold inline data only: no paths, no programs, no
  /// proxies.
  ///
  /// @param name what it is called in messages
  /// @throws ProblemException when it is no kubeconfig
  public static Kubeconfig uploaded(String name, byte[] octets) {
    try {
      return of(List.of(FileParser.parse(name, null, octets)), null);
    } catch (MalformedDocumentException e) {
      throw unreadable(new Place(name, e.line()).toString(), String.valueOf(e.getMessage()));
    }
  }

  /// @throws ProblemException when a file that somebody named is not there or cannot be read
  static void check(Path path, Optional<KubeconfigFile> file) {
    if (file.isEmpty()) {
      throw unreadable(path.toString(), "no such file");
    }
    if (!file.get().usable()) {
      KubeconfigRemark remark = file.get().remarks().getFirst();
      throw unreadable(remark.place().toString(), remark.reason());
    }
  }

  /// Every context, in the order of the files.
  public List<KubeconfigContext> contexts() {
    if (inCluster != null) {
      ClusterAccess access = inCluster.access();
      return List.of(
          new KubeconfigContext(
              InCluster.CONTEXT,
              InCluster.CONTEXT,
              access.server().toString(),
              access.namespace(),
              true));
    }
    return contexts.values().stream().map(this::shown).toList();
  }

  private KubeconfigContext shown(Entry context) {
    EntryFields fields = EntryFields.of(context);
    String cluster = orNothing(fields, "cluster");
    String namespace = orNothing(fields, "namespace");
    return new KubeconfigContext(
        context.name(),
        Names.printable(cluster),
        server(cluster),
        isNamespace(namespace) ? namespace : DEFAULT_NAMESPACE,
        context.name().equals(current));
  }

  private static String orNothing(EntryFields fields, String name) {
    try {
      return fields.text(name);
    } catch (ProblemException _) {
      return "";
    }
  }

  private String server(String cluster) {
    Entry entry = clusters.get(cluster);
    try {
      return entry == null ? "" : Target.server(EntryFields.of(entry)).toString();
    } catch (ProblemException _) {
      return "";
    }
  }

  /// The name of the context that kubectl uses, if one is set. There may be no such context.
  public Optional<String> current() {
    return current.isEmpty() ? Optional.empty() : Optional.of(current);
  }

  /// What is wrong with files and with parts of them, in their order. What is wrong with a context
  /// is told by [#access].
  public List<KubeconfigRemark> remarks() {
    return files.stream().flatMap(file -> file.remarks().stream()).toList();
  }

  /// How a context reaches its cluster.
  ///
  /// @throws ProblemException when there is no such context, when it or what it names makes no
  ///   sense or is not supported, or when it is not allowed because the kubeconfig was uploaded;
  ///   with place and what to do
  public ClusterAccess access(String context) {
    if (inCluster != null && context.equals(InCluster.CONTEXT)) {
      return inCluster.access();
    }
    Entry entry = contexts.get(context);
    if (entry == null) {
      throw unreadable("context '" + Names.shown(context) + "'", absent(context));
    }
    EntryFields fields = EntryFields.of(entry);
    Entry cluster = named(fields, "cluster", clusters);
    if (cluster == null) {
      throw fields.bad("cluster", "is missing; it must name one of the clusters");
    }
    Entry user = named(fields, "user", users);
    String namespace = fields.text("namespace");
    if (!namespace.isEmpty() && !isNamespace(namespace)) {
      throw fields.bad("namespace", "is no name of a namespace");
    }
    Target target = Target.of(cluster);
    Identity identity = user == null ? Identity.ANONYMOUS : Identity.of(user);
    // As with kubectl, nothing is shown that everybody on the way could read.
    Identity shown = target.server().getScheme().equals("https") ? identity : identity.withoutTls();
    return new ClusterAccess(
        context,
        target.server(),
        target.trust(),
        target.tlsServerName(),
        target.proxy(),
        shown.certificate(),
        shown.key(),
        shown.authorization(),
        shown.impersonation(),
        namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace,
        target.disableCompression());
  }

  private static @Nullable Entry named(
      EntryFields context, String sort, Map<String, Entry> entries) {
    String name = context.text(sort);
    if (name.isEmpty()) {
      return null;
    }
    Entry entry = entries.get(name);
    if (entry == null) {
      throw context.bad(
          sort,
          "names '"
              + Names.shown(name)
              + "', which no kubeconfig defines"
              + Suggestion.question(name, entries.keySet().stream()));
    }
    return entry;
  }

  private String absent(String context) {
    StringBuilder text = new StringBuilder();
    List<KubeconfigContext> known = contexts();
    if (files.isEmpty() && known.isEmpty()) {
      List<String> looked = missing.stream().map(Path::toString).toList();
      text.append("there is no kubeconfig")
          .append(looked.isEmpty() ? "" : " (no such file: " + Names.listed(looked) + ")")
          .append("; name one with --kubeconfig or KUBECONFIG");
    } else {
      text.append("there is no such context in ").append(places());
      List<String> names = known.stream().map(KubeconfigContext::name).toList();
      String near = Suggestion.question(context, names.stream());
      if (!near.isEmpty()) {
        text.append(near);
      } else if (names.isEmpty()) {
        text.append(", and no other");
      } else {
        text.append("; there are ").append(Names.listed(names));
      }
    }
    files.stream()
        .filter(file -> !file.usable())
        .map(file -> file.remarks().getFirst())
        .forEach(remark -> text.append("; could not be read: ").append(remark));
    return text.toString();
  }

  private String places() {
    return inCluster != null
        ? "what Kubernetes gives to this Pod"
        : Names.listed(files.stream().map(KubeconfigFile::name).toList());
  }

  static boolean isNamespace(String text) {
    return NAMESPACE.matcher(text).matches();
  }

  private static ProblemException unreadable(String where, String reason) {
    return new ProblemException(new Problem.Unreadable(where, reason));
  }
}
