package ai.myrecruiter.picasso.workflows.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a record of type {@link KeepsText} by its kept text, if the document keeps texts. */
final class KeptTextWriter extends StdSerializer<Object> implements ResolvableSerializer {
  private static final long serialVersionUID = 1L;
  private final transient JsonSerializer<Object> plain;

  /** Writes new texts as another writer does. */
  KeptTextWriter(JsonSerializer<Object> plain) {
    super(Object.class);
    this.plain = plain;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    if (plain instanceof ResolvableSerializer resolvable) {
      resolvable.resolve(provider);
    }
  }

  @Override
  public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (provider.getAttribute(KeptTexts.class) instanceof KeptTexts kept) {
      out.writeRawValue(kept.of(value, () -> text(value, out, provider)));
    } else {
      plain.serialize(value, out, provider);
    }
  }

  private String text(Object value, JsonGenerator like, SerializerProvider provider)
      throws IOException {
    var text = new StringWriter();
    try (var out = like.getCodec().getFactory().createGenerator(text)) {
      plain.serialize(value, out, provider);
    }
    return text.toString();
  }
}
