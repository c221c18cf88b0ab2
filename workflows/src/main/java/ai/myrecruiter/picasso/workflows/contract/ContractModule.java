package ai.myrecruiter.picasso.workflows.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The forms of numbers and durations in contracts, and how records are written. */
final class ContractModule extends SimpleModule {
  ContractModule() {
    super("picasso-contracts");
    setSerializerModifier(new RecordWriters());
    addSerializer(Duration.class, new DurationWriter());
    addDeserializer(Duration.class, new DurationReader());
    addDeserializer(Instant.class, new InstantReader());
    addSerializer(Double.class, new DoubleWriter());
    addSerializer(Double.TYPE, new DoubleWriter());
  }

  /** Instants are texts; a number could be seconds or milliseconds. */
  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        throw InvalidFormatException.from(in, "no instant", in.getText(), Instant.class);
      }
      return InstantDeserializer.INSTANT.deserialize(in, context);
    }
  }

  private static final class DurationWriter extends StdScalarSerializer<Duration> {
    DurationWriter() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(DurationText.format(value));
    }
  }

  private static final class DurationReader extends StdScalarDeserializer<Duration> {
    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
      var text = in.getValueAsString("");
      return DurationText.parse(text)
          .orElseThrow(() -> InvalidFormatException.from(in, "no duration", text, Duration.class));
    }
  }

  /** Whole numbers without a fraction; infinities and NaN have no form in JSON and are refused. */
  private static final class DoubleWriter extends StdScalarSerializer<Double> {
    DoubleWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        throw JsonMappingException.from(out, value + " has no form in JSON");
      }
      out.writeNumber(NumberText.format(value));
    }
  }
}
