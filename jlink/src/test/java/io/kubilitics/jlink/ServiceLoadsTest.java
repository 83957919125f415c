package io.kubilitics.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServiceLoadsTest {
  interface AskedDirectly {}

  interface AskedThroughOthers {}

  interface NeverAsked {}

  static final class Direct {
    static Object load() {
      return ServiceLoader.load(AskedDirectly.class);
    }
  }

  static final class Helper {
    static <T> Object first(Class<T> service) {
      return firstOf(service, Helper.class.getClassLoader());
    }

    private static <T> Object firstOf(Class<T> service, ClassLoader loader) {
      return ServiceLoader.load(service, loader).findFirst();
    }
  }

  static final class Caller {
    static Object load() {
      return Helper.first(AskedThroughOthers.class);
    }

    static String other() {
      return NeverAsked.class.getName();
    }
  }

  @Test
  void aConstantAtTheCallIsFound() throws IOException {
    assertThat(ServiceLoads.in(List.of(classFile(Direct.class))))
        .containsExactly(AskedDirectly.class.getName());
  }

  @Test
  void aConstantHandedThroughHelpersOfOtherClassesIsFound() throws IOException {
    assertThat(ServiceLoads.in(List.of(classFile(Caller.class), classFile(Helper.class))))
        .contains(AskedThroughOthers.class.getName())
        .doesNotContain(NeverAsked.class.getName());
  }

  private static Entry classFile(Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(path))) {
      return new Entry(path, in.readAllBytes());
    }
  }
}
