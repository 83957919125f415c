package io.kubilitics.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads GraphML by the content models of its schema, version 1.1, with the elements we use and no
/// others. Throws at the first thing that does not fit.
final class GraphmlReader {
  private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
  private static final String YED = "http://www.yworks.com/xml/graphml";

  /// The elements that may stand in one another, in this order.
  private static final Map<String, List<String>> CONTENT =
      Map.of(
          "graphml", List.of("key", "graph"),
          "graph", List.of("data", "node", "edge"),
          "node", List.of("data", "graph"),
          "edge", List.of("data"),
          "key", List.of(),
          "data", List.of());

  /// Of which type the attributes of a kind of element are; `""` for what only yEd reads.
  private final Map<String, String> types = new HashMap<>();

  private final Set<String> ids = new HashSet<>();
  private final List<String> objects = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();

  private GraphmlReader() {}

  static GraphmlReader read(String text) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    GraphmlReader reader = new GraphmlReader();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      reader.element(builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException(e);
    }
    return reader;
  }

  /// The ids of the nodes that enclose no others.
  List<String> objects() {
    return objects;
  }

  List<String> edges() {
    return edges;
  }

  List<String> ends() {
    return ends;
  }

  private void element(Element element) {
    String name = element.getLocalName();
    check(element, GRAPHML.equals(element.getNamespaceURI()) && CONTENT.containsKey(name));
    switch (name) {
      case "key" -> declare(element);
      case "graph" -> check(element, element.getAttribute("edgedefault").equals("directed"));
      case "node" -> node(element);
      case "edge" -> edge(element);
      case "data" -> data(element);
      default -> check(element, name.equals("graphml"));
    }
    if (!name.equals("data")) {
      children(element);
    }
  }

  private void children(Element parent) {
    List<String> order = CONTENT.getOrDefault(parent.getLocalName(), List.of());
    int reached = 0;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        int at = order.indexOf(element.getLocalName());
        check(element, at >= reached);
        reached = at;
        element(element);
      } else {
        check(parent, child.getTextContent().isBlank());
      }
    }
  }

  private void declare(Element key) {
    String slot = key.getAttribute("for") + " " + key.getAttribute("id");
    String type = key.getAttribute("attr.type");
    check(key, type.isEmpty() || Set.of("string", "boolean").contains(type));
    check(key, type.isEmpty() == key.getAttribute("attr.name").isEmpty());
    check(key, type.isEmpty() == key.hasAttribute("yfiles.type"));
    check(key, types.put(slot, type) == null && ids.add(key.getAttribute("id")));
  }

  private void node(Element node) {
    String id = node.getAttribute("id");
    check(node, !id.isEmpty() && ids.add("node " + id));
    boolean encloses = node.getElementsByTagNameNS(GRAPHML, "graph").getLength() > 0;
    check(node, encloses == node.getAttribute("yfiles.foldertype").equals("group"));
    if (!encloses) {
      objects.add(id);
    }
  }

  private void edge(Element edge) {
    check(edge, ids.add("edge " + edge.getAttribute("id")));
    edges.add(edge.getAttribute("id"));
    ends.add(edge.getAttribute("source"));
    ends.add(edge.getAttribute("target"));
  }

  private void data(Element data) {
    String owner = data.getParentNode().getLocalName();
    String type = types.get(owner + " " + data.getAttribute("key"));
    check(data, type != null);
    Element shape = (Element) data.getElementsByTagNameNS(YED, "*").item(0);
    check(data, (shape != null) == "".equals(type));
    check(data, !"boolean".equals(type) || Set.of("true", "false").contains(data.getTextContent()));
  }

  private static void check(Element element, boolean fits) {
    if (!fits) {
      String text = element.getTextContent();
      throw new IllegalArgumentException(
          element.getNodeName()
              + " "
              + element.getAttribute("id")
              + element.getAttribute("key")
              + " does not fit: "
              + text.substring(0, Math.min(60, text.length())));
    }
  }
}
