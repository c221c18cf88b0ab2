package ai.myrecruiter.picasso.local.wire;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Answers of the SDK as XML of the protocols of AWS, by the description of their fields. */
final class PojoXml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final char REPLACEMENT = '\uFFFD';

  /** Writes into a document. */
  @FunctionalInterface
  interface Content {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  private PojoXml() {}

  /** A document in UTF-8. */
  static byte[] document(Content content) {
    try {
      var text = new StringWriter();
      var out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      content.write(out);
      out.writeEndDocument();
      out.close();
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an answer cannot be written as XML", e);
    }
  }

  /** An element that holds text. */
  static void text(XMLStreamWriter out, String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(allowed(text));
    out.writeEndElement();
  }

  /** The fields of an answer, each an element; those without a value are left out. */
  static void fields(XMLStreamWriter out, SdkPojo pojo) throws XMLStreamException {
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (value != null && !isUnset(value)) {
        value(out, field.unmarshallLocationName(), value, field);
      }
    }
  }

  private static boolean isUnset(Object value) {
    return value instanceof SdkAutoConstructMap<?, ?> || value instanceof SdkAutoConstructList<?>;
  }

  private static void value(XMLStreamWriter out, String name, Object value, SdkField<?> field)
      throws XMLStreamException {
    switch (value) {
      case SdkPojo pojo -> {
        out.writeStartElement(name);
        fields(out, pojo);
        out.writeEndElement();
      }
      case List<?> list -> list(out, name, list, field.getTrait(ListTrait.class));
      case Map<?, ?> map -> map(out, name, map, field.getTrait(MapTrait.class));
      case Instant time -> text(out, name, time.truncatedTo(ChronoUnit.MILLIS).toString());
      case SdkBytes bytes ->
          text(out, name, Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
      default -> text(out, name, value.toString());
    }
  }

  private static void list(XMLStreamWriter out, String name, List<?> list, ListTrait trait)
      throws XMLStreamException {
    var member = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    if (!trait.isFlattened()) {
      out.writeStartElement(name);
    }
    for (var element : list) {
      value(out, trait.isFlattened() ? name : member, element, trait.memberFieldInfo());
    }
    if (!trait.isFlattened()) {
      out.writeEndElement();
    }
  }

  private static void map(XMLStreamWriter out, String name, Map<?, ?> map, MapTrait trait)
      throws XMLStreamException {
    if (!trait.isFlattened()) {
      out.writeStartElement(name);
    }
    for (var entry : map.entrySet()) {
      out.writeStartElement(trait.isFlattened() ? name : "entry");
      text(out, trait.keyLocationName(), String.valueOf(entry.getKey()));
      value(out, trait.valueLocationName(), entry.getValue(), trait.valueFieldInfo());
      out.writeEndElement();
    }
    if (!trait.isFlattened()) {
      out.writeEndElement();
    }
  }

  /** XML 1.0 has no way to say most control characters, not even escaped. */
  private static String allowed(String text) {
    var allowed = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
