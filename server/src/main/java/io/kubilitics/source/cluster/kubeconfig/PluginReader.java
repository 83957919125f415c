package io.kubilitics.source.cluster.kubeconfig;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads which credential plugin a user names. It is not looked for and not run.
final class PluginReader {
  private static final String GROUP = "client.authentication.k8s.io/";
  private static final Set<String> VERSIONS = Set.of(GROUP + "v1", GROUP + "v1beta1");

  private PluginReader() {}

  static Authorization.Plugin plugin(EntryFields user, String name) {
    if (user.isUploaded()) {
      throw user.forbidden(name, "names a program");
    }
    EntryFields exec = user.part(name);
    String version = exec.text("apiVersion");
    if (!VERSIONS.contains(version)) {
      throw exec.bad("apiVersion", "of 'exec' must be " + GROUP + "v1 or " + GROUP + "v1beta1");
    }
    if (exec.text("interactiveMode").equals("Always")) {
      throw exec.bad(
          "interactiveMode", "is Always: a plugin that has to ask on a terminal is not supported");
    }
    List<String> arguments = exec.texts("args");
    arguments.forEach(argument -> checkNoNul(exec, "args", argument));
    return new Authorization.Plugin(
        version,
        command(exec),
        arguments,
        environment(exec),
        exec.flag("provideClusterInfo"),
        Names.printable(exec.text("installHint")));
  }

  /// A name is looked up in `PATH`; what holds a separator is a path.
  private static String command(EntryFields exec) {
    String command = exec.text("command");
    if (command.isEmpty()) {
      throw exec.bad("command", "of 'exec' is missing");
    }
    if (!Names.isPrintable(command)) {
      throw exec.bad("command", "holds characters that cannot be shown");
    }
    if (!command.contains("/") && !command.contains(File.separator)) {
      return command;
    }
    Path path = exec.path("command");
    return path == null ? command : path.toString();
  }

  private static Map<String, Hidden> environment(EntryFields exec) {
    Map<String, Hidden> environment = new LinkedHashMap<>();
    for (EntryFields variable : exec.parts("env")) {
      String name = variable.line("name");
      if (name.isEmpty() || name.contains("=") || !Names.isPrintable(name)) {
        throw variable.bad("name", "of a variable for 'exec' is none");
      }
      String value = variable.text("value");
      checkNoNul(variable, "value", value);
      environment.put(name, new Hidden(value));
    }
    return environment;
  }

  private static void checkNoNul(EntryFields fields, String name, String text) {
    if (text.indexOf('\0') >= 0) {
      throw fields.bad(name, "holds the character U+0000");
    }
  }
}
