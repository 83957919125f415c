package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a user of a kubeconfig says: what is shown to the server. As with kubectl a `tokenFile`
/// wins over a `token`, both and a password win over a plugin, and a password beside a token is
/// refused.
record Identity(
    @Nullable Pem certificate,
    @Nullable Pem key,
    Authorization authorization,
    @Nullable Impersonation impersonation) {
  /// Nobody.
  static final Identity ANONYMOUS = new Identity(null, null, new Authorization.None(), null);

  private static final String CERTIFICATE = "client-certificate";
  private static final String KEY = "client-key";
  private static final String TOKEN = "token";
  private static final String TOKEN_FILE = "tokenFile";
  private static final String PROVIDER = "auth-provider";
  private static final String EXEC = "exec";

  /// Reads an entry.
  ///
  /// @throws ProblemException for what makes no sense or is not supported, with its place
  static Identity of(Entry user) {
    EntryFields fields = EntryFields.of(user);
    if (fields.has(PROVIDER)) {
      throw fields.bad(
          PROVIDER,
          "is not supported: use 'exec' with the credential plugin of your provider, such as"
              + " gke-gcloud-auth-plugin or kubelogin");
    }
    Pem certificate = fields.pem(CERTIFICATE, PemSort.CERTIFICATES);
    Pem key = fields.pem(KEY, PemSort.KEY);
    if (certificate != null && key == null) {
      throw fields.bad(CERTIFICATE, "has no '" + KEY + "' or '" + KEY + "-data' beside it");
    }
    return new Identity(
        certificate,
        certificate == null ? null : key,
        authorization(fields),
        impersonation(fields));
  }

  /// As whom it is, when the server is spoken to without TLS: nothing is shown then.
  Identity withoutTls() {
    return new Identity(null, null, new Authorization.None(), impersonation);
  }

  private static Authorization authorization(EntryFields fields) {
    Authorization.Plugin plugin = fields.has(EXEC) ? PluginReader.plugin(fields, EXEC) : null;
    Path file = fields.path(TOKEN_FILE);
    String token = fields.checkedLine(TOKEN, fields.text(TOKEN).strip());
    String name = fields.line("username");
    String password = fields.line("password");
    boolean isBasic = !name.isEmpty() || !password.isEmpty();
    if (isBasic && (file != null || !token.isEmpty())) {
      throw fields.bad("username", "or 'password' and a token are both there: keep one");
    }
    if (name.contains(":")) {
      throw fields.bad("username", "holds a colon, which it cannot");
    }
    if (file != null) {
      return new Authorization.BearerFile(file);
    }
    if (!token.isEmpty()) {
      return new Authorization.Bearer(new Hidden(token));
    }
    if (isBasic) {
      return new Authorization.Basic(name, new Hidden(password));
    }
    return plugin == null ? new Authorization.None() : plugin;
  }

  private static @Nullable Impersonation impersonation(EntryFields fields) {
    String as = fields.line("as");
    String uid = fields.line("as-uid");
    List<String> groups = fields.texts("as-groups");
    groups.forEach(group -> fields.checkedLine("as-groups", group));
    Map<String, List<String>> extra = fields.lists("as-user-extra");
    if (!as.isEmpty()) {
      return new Impersonation(as, uid, groups, extra);
    }
    if (!uid.isEmpty() || !groups.isEmpty() || !extra.isEmpty()) {
      throw fields.bad("as", "is missing, but 'as-uid', 'as-groups' or 'as-user-extra' is there");
    }
    return null;
  }
}
