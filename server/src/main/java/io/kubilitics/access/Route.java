package io.kubilitics.access;

/// One route as the door knows it.
///
/// @param method upper case; a `GET` route answers `HEAD` too
/// @param page a document without data that a browser may open from anywhere, such as a link in a
///   terminal or a file
public record Route(String method, PathPattern path, Access access, boolean page) {
  public static Route get(String path, Access access) {
    return new Route("GET", PathPattern.of(path), access, false);
  }

  public static Route post(String path, Access access) {
    return new Route("POST", PathPattern.of(path), access, false);
  }

  public static Route put(String path, Access access) {
    return new Route("PUT", PathPattern.of(path), access, false);
  }

  public static Route delete(String path, Access access) {
    return new Route("DELETE", PathPattern.of(path), access, false);
  }

  public static Route page(String path) {
    return new Route("GET", PathPattern.of(path), Access.PUBLIC, true);
  }

  boolean answers(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
