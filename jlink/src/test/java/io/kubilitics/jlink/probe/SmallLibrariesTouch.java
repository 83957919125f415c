package io.kubilitics.jlink.probe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.re2j.Pattern;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/// Settings, metrics, logging, cache, patterns, YAML and the command line.
final class SmallLibrariesTouch implements Touch {
  @CommandLine.Command(name = "probe")
  static final class Options implements Runnable {
    @CommandLine.Option(names = "--port")
    int port;

    @Override
    public void run() {}
  }

  @Override
  public String name() {
    return "Small libraries";
  }

  @Override
  public String run() throws Exception {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .withSources(new YamlConfigSource("probe", "kubilitics: {port: 8080}"))
            .build();
    Touch.require(config.getValue("kubilitics.port", Integer.class) == 8080, "config");

    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    metrics.counter("revisions").increment();
    Touch.require(metrics.scrape().contains("revisions_total 1.0"), metrics.scrape());

    String logger = LoggerFactory.getLogger("probe").getClass().getName();
    Touch.require(logger.startsWith("ch.qos.logback"), "logger is " + logger);

    Cache<String, Integer> cache = Caffeine.newBuilder().maximumSize(10).build();
    Touch.require(cache.get("a", String::length) == 1, "cache");
    Touch.require(Pattern.matches("cart-[0-9]+", "cart-1"), "pattern");
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString("{a: 1}");
    Touch.require(String.valueOf(yaml).equals("{a=1}"), "YAML is " + yaml);

    Options options = new Options();
    int exit = new CommandLine(options).execute("--port", "80");
    Touch.require(exit == 0 && options.port == 80, "picocli says " + exit);
    return "all of them";
  }
}
