package io.kubilitics.export.svg;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Theme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A document read back with a parser of its own, in pixels of the canvas.
final class PaintedMap {
  private static final Pattern TRANSLATE = Pattern.compile("translate\\((-?\\d+) (-?\\d+)\\)");
  private static final Pattern COMMAND = Pattern.compile("([MLQ])([-\\d. ]+)");

  private final Document document;
  private final Element map;

  private PaintedMap(Document document) {
    this.document = document;
    List<Element> clusters = all(element -> element.hasAttribute("data-cluster"));
    map =
        clusters.isEmpty()
            ? document.getDocumentElement()
            : (Element) clusters.getFirst().getParentNode();
  }

  static byte[] bytes(Drawing drawing, Theme theme, SheetOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SvgDocument.write(drawing, theme, options, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static PaintedMap of(Drawing drawing) {
    return of(bytes(drawing, Theme.DARK, SheetOptions.WHOLE));
  }

  static PaintedMap of(byte[] svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return new PaintedMap(factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)));
    } catch (Exception e) {
      throw new AssertionError("this is no XML", e);
    }
  }

  List<Element> all(Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>();
    collect(document.getDocumentElement(), wanted, found);
    return found;
  }

  static List<Element> within(Element parent, Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(parent)) {
      collect(child, wanted, found);
    }
    return found;
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /// The element after this one.
  static Element next(Element element) {
    for (Node at = element.getNextSibling(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element next) {
        return next;
      }
    }
    throw new AssertionError("nothing follows");
  }

  private static void collect(Element at, Predicate<Element> wanted, List<Element> found) {
    if (wanted.test(at)) {
      found.add(at);
    }
    children(at).forEach(child -> collect(child, wanted, found));
  }

  static Element firstRect(Element group) {
    return children(group).stream()
        .filter(child -> child.getTagName().equals("rect"))
        .findFirst()
        .orElseThrow();
  }

  /// Where an element's own coordinates begin, on the canvas.
  Point origin(Element element) {
    int x = 0;
    int y = 0;
    for (Node at = element; at instanceof Element && !at.isSameNode(map); at = at.getParentNode()) {
      Matcher translate = TRANSLATE.matcher(((Element) at).getAttribute("transform"));
      if (translate.find()) {
        x += Integer.parseInt(translate.group(1));
        y += Integer.parseInt(translate.group(2));
      }
    }
    return new Point(x, y);
  }

  /// What a rectangle covers, with its border.
  Rect covered(Element rect) {
    double x = number(rect, "x");
    double y = number(rect, "y");
    double width = number(rect, "width");
    double height = number(rect, "height");
    boolean bordered = x != Math.rint(x);
    Point origin = origin(rect);
    double half = bordered ? 0.5 : 0;
    return new Rect(
        whole(x - half) + origin.x(),
        whole(y - half) + origin.y(),
        whole(width + 2 * half),
        whole(height + 2 * half));
  }

  /// Where a line starts, turns and stops.
  List<Point> course(Element path) {
    List<double[]> points = new ArrayList<>();
    Matcher commands = COMMAND.matcher(path.getAttribute("d"));
    String before = "";
    while (commands.find()) {
      String[] numbers = commands.group(2).trim().split(" ", -1);
      String command = commands.group(1);
      if (!command.equals("L") || !nextIsBend(path, commands.end())) {
        points.add(new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])});
      }
      before = command;
    }
    if (before.isEmpty()) {
      throw new AssertionError("a line without a course");
    }
    Point origin = origin(path);
    return points.stream()
        .map(point -> new Point(whole(point[0]) + origin.x(), whole(point[1]) + origin.y()))
        .toList();
  }

  private static boolean nextIsBend(Element path, int from) {
    String course = path.getAttribute("d");
    return from < course.length() && course.charAt(from) == 'Q';
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static int whole(double number) {
    if (number != Math.rint(number)) {
      throw new AssertionError("not a whole number: " + number);
    }
    return (int) Math.rint(number);
  }
}
