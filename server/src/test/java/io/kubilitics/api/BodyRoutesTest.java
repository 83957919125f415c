package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.RawAnswer;
import io.kubilitics.testbed.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyRoutesTest {
  private static final String SHOP = "/api/v1/clusters/shop/";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "resources/pods/shop/cart-1/yaml",
    "resources/po/shop/cart-1/yaml",
    "yaml?id=Pod/shop/cart-1"
  })
  void anObjectIsYamlThatNobodyStores(String target) throws IOException {
    RawAnswer answer = server.get(SHOP + target);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/yaml; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.body()).isEqualTo("metadata:\n  name: cart-1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "404, resources/pods/shop/nobody/yaml",
    "404, resources/secrets/shop/db-password/yaml",
    "404, resources/nonsense/shop/cart-1/yaml",
    "404, yaml?id=Pod/shop/nobody",
    "400, yaml",
    "400, yaml?id=%2F",
    "400, resources/pods/shop/cart-1/yaml?at=now"
  })
  void whatIsNotThereIsSaidSo(int status, String target) throws IOException {
    RawAnswer answer = server.get(SHOP + target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void withoutATokenThereIsNone() throws IOException {
    RawRequest bare = server.bare(SHOP + "resources/pods/shop/cart-1/yaml");

    assertThat(server.send(bare).status()).isEqualTo(401);
  }
}
