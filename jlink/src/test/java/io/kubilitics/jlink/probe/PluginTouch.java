package io.kubilitics.jlink.probe;

import java.nio.file.Path;
import java.util.List;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginClassLoader;

/// A plugin from a jar of its own, in a class loader of its own.
record PluginTouch(Path jar) implements Touch {
  static final String JAR = "greeting-1.0.0.jar";

  @Override
  public String run() {
    JarPluginManager plugins = new JarPluginManager(jar.getParent());
    plugins.loadPlugin(jar);
    plugins.startPlugins();
    try {
      List<Greeting> greetings = plugins.getExtensions(Greeting.class);
      Touch.require(greetings.size() == 1, greetings.size() + " extensions");
      Greeting greeting = greetings.getFirst();
      Touch.require(
          greeting.getClass().getClassLoader() instanceof PluginClassLoader,
          "loaded by " + greeting.getClass().getClassLoader());
      return greeting.text();
    } finally {
      plugins.unloadPlugin("greeting");
    }
  }
}
