package io.kubilitics.catalogue;

import io.kubilitics.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How fast objects become records. [#main] tells how large the records are.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkExtraction {
  private static final int COUNT = 1_500;

  private final List<byte[]> objects = SampleCluster.objects(COUNT);
  private final Catalogue catalogue = Catalogue.builtIn();
  private final Extractor extractor = catalogue.extractor();

  /// Keeps what it is told.
  private static final class Collected implements ExtractionListener {
    final List<Resource> resources = new ArrayList<>();

    @Override
    public void resource(Resource resource, int line) {
      resources.add(resource);
    }

    @Override
    public void rejected(int line, String reason) {
      throw new IllegalStateException(reason);
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public List<Resource> jsonToRecords() {
    return extract(extractor, objects).resources;
  }

  @Benchmark
  @OperationsPerInvocation(1)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Catalogue compile() {
    return Catalogue.builtIn();
  }

  private static Collected extract(Extractor extractor, List<byte[]> objects) {
    Collected collected = new Collected();
    for (byte[] object : objects) {
      try (JsonTokens tokens = JsonTokens.of(object)) {
        extractor.read(tokens, collected);
      }
    }
    return collected;
  }

  /// Prints bytes per record, with everything that records share.
  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    List<byte[]> objects = SampleCluster.objects(count);
    Extractor extractor = Catalogue.builtIn().extractor();
    extract(extractor, objects.subList(0, 1_000));
    long before = used();
    long start = System.nanoTime();
    Collected collected = extract(extractor, objects);
    long elapsed = System.nanoTime() - start;
    long after = used();
    long size = objects.stream().mapToLong(object -> object.length).sum() / objects.size();
    long facts = collected.resources.stream().mapToLong(r -> r.facts().size()).sum();
    System.out.printf(
        "%,d objects of %,d bytes, %.1f facts each: %,d bytes per record, %,d objects/s%n",
        objects.size(),
        size,
        facts / (double) objects.size(),
        (after - before) / objects.size(),
        objects.size() * 1_000_000_000L / elapsed);
  }

  private static long used() {
    for (int at = 0; at < 4; at++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
