package dev.paycode.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a pom.xml itself declares, for rules about the graph of modules. Nothing is inherited,
 * interpolated or fetched; what a profile declares counts as declared. Immutable.
 *
 * @param artifactId the module's name
 * @param modules the directories of its children
 * @param dependencies what it depends on itself
 */
public record MavenModule(String artifactId, List<String> modules, List<Dependency> dependencies) {

  /**
   * A dependency as it is declared.
   *
   * @param groupId who publishes it
   * @param artifactId what it is called
   * @param type {@code jar} unless declared otherwise
   * @param scope {@code compile} unless declared otherwise
   */
  public record Dependency(String groupId, String artifactId, String type, String scope) {

    /** Whether whoever uses the module gets this dependency, too. */
    public boolean isPassedOn() {
      return scope.equals("compile") || scope.equals("runtime");
    }
  }

  /** Copies the lists. */
  public MavenModule {
    modules = List.copyOf(modules);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * The module that a pom.xml describes.
   *
   * @throws IOException if the file cannot be read, is not well-formed or has a document type
   */
  public static MavenModule read(Path pom) throws IOException {
    try {
      return of(parser().parse(pom.toFile()).getDocumentElement());
    } catch (SAXException malformed) {
      throw new IOException(pom + " is no pom.xml: " + malformed.getMessage(), malformed);
    }
  }

  /** A parser that opens no other file and no connection, whatever the document says. */
  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new DefaultHandler()); // the default one prints
      return parser;
    } catch (ParserConfigurationException unsafe) {
      throw new IllegalStateException("This platform's XML parser cannot be made safe", unsafe);
    }
  }

  private static MavenModule of(Element project) {
    List<Element> declaring =
        Stream.concat(Stream.of(project), children(project, "profiles", "profile")).toList();
    return new MavenModule(
        text(project, "artifactId", ""),
        declaring.stream()
            .flatMap(element -> children(element, "modules", "module"))
            .map(module -> module.getTextContent().trim())
            .toList(),
        declaring.stream()
            .flatMap(element -> children(element, "dependencies", "dependency"))
            .map(MavenModule::dependency)
            .toList());
  }

  private static Dependency dependency(Element element) {
    return new Dependency(
        text(element, "groupId", ""),
        text(element, "artifactId", ""),
        text(element, "type", "jar"),
        text(element, "scope", "compile"));
  }

  private static String text(Element parent, String name, String otherwise) {
    return children(parent, name)
        .findFirst()
        .map(child -> child.getTextContent().trim())
        .orElse(otherwise);
  }

  private static Stream<Element> children(Element parent, String list, String name) {
    return children(parent, list).flatMap(found -> children(found, name));
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node instanceof Element && node.getNodeName().equals(name))
        .map(Element.class::cast);
  }
}
