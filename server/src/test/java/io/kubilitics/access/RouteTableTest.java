package io.kubilitics.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  @Test
  void aNameInBracesIsExactlyOnePart() {
    PathPattern pattern = PathPattern.of("/clusters/{cluster}/kinds");

    assertThat(pattern.matches("/clusters/shop/kinds")).isTrue();
    assertThat(pattern.matches("/clusters//kinds")).isFalse();
    assertThat(pattern.matches("/clusters/shop/kinds/")).isFalse();
    assertThat(pattern.matches("/clusters/a/b/kinds")).isFalse();
    assertThat(pattern.matches("clusters/shop/kinds")).isFalse();
  }

  @Test
  void twoRoutesThatFitOnePathAreRefused() {
    Route any = Route.get("/clusters/{cluster}", Access.READER);
    Route one = Route.get("/clusters/{name}", Access.PUBLIC);
    Route word = Route.get("/clusters/all", Access.PUBLIC);

    assertThatThrownBy(() -> new RouteTable(List.of(any, one)))
        .hasMessage("GET /clusters/{name} and GET /clusters/{cluster} fit the same paths");
    assertThatThrownBy(() -> new RouteTable(List.of(any, word)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void routesOfOnePathMayDifferInTheirMethod() {
    Route read = Route.get("/views", Access.READER);
    Route write = new Route("PUT", PathPattern.of("/views"), Access.WRITER, false);
    RouteTable table = new RouteTable(List.of(read, write));

    assertThat(table.find("HEAD", "/views")).isEqualTo(new Passage.To(read));
    assertThat(table.find("PUT", "/views")).isEqualTo(new Passage.To(write));
    assertThat(table.find("POST", "/views"))
        .isInstanceOfSatisfying(
            Passage.WrongMethod.class,
            wrong -> assertThat(wrong.offered()).containsExactly("GET", "HEAD", "PUT"));
    assertThat(table.find("GET", "/other")).isEqualTo(new Passage.NoSuchPath());
  }

  @Test
  void aServerOnTheHttpPortIsAlsoKnownWithoutIt() {
    OwnAddresses addresses = OwnAddresses.of(List.of("map.example", "proxy.example:8443"), 80);

    assertThat(addresses.hosts())
        .containsExactlyInAnyOrder("map.example", "map.example:80", "proxy.example:8443");
  }
}
