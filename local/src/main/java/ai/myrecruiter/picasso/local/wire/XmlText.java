package ai.myrecruiter.picasso.local.wire;

import java.util.Map;
import java.util.TreeMap;

/** Errors in XML. */
public final class XmlText {
  private static final String CONTENT_TYPE = "application/xml";

  private XmlText() {}

  /** An error as one element with its fields. */
  public static Reply error(int status, String root, Map<String, String> fields) {
    var body =
        PojoXml.document(out -> {
          out.writeStartElement(root);
          for (var field : new TreeMap<>(fields).entrySet()) {
            PojoXml.text(out, field.getKey(), field.getValue());
          }
          out.writeEndElement();
        });
    return new Reply(status, Map.of("Content-Type", CONTENT_TYPE), body);
  }
}
