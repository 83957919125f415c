package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static BoundedBody of(int octets, long most) {
    return new BoundedBody(new ByteArrayInputStream(new byte[octets]), most);
  }

  @Test
  void whatIsNotTooLongIsReadToItsEnd() throws IOException {
    BoundedBody body = of(10, 10);

    assertThat(body.readAllBytes()).hasSize(10);
    assertThat(body.isTooLong()).isFalse();
  }

  @Test
  void whatIsTooLongIsNotReadOn() {
    BoundedBody body = of(1 << 20, 100_000);

    assertThatThrownBy(body::readAllBytes)
        .isInstanceOf(GarbledStreamException.class)
        .hasMessage("the answer does not end");
    assertThat(body.isTooLong()).isTrue();
  }
}
