package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * One JSON object in strict UTF-8, read member by member: a name twice, anything after the object,
 * depth beyond four and numbers beyond twenty digits are refused. Nothing is built but what the
 * reader asks for.
 */
final class StrictJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxNumberLength(20)
                  .maxStringLength(CompactJws.MAX_BYTES)
                  .maxNameLength(64)
                  .build())
          .build();

  private StrictJson() {}

  /** Takes one member: the parser stands on its value and must be left on the value's end. */
  interface Members {
    void take(String name, JsonToken token, JsonParser value) throws IOException, Refused;
  }

  /** Reads an object, or refuses it for a reason. */
  static void read(byte[] utf8, Reason otherwise, Members members) throws Refused {
    try (var parser = FACTORY.createParser(text(utf8))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Refused(otherwise);
      }
      for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        members.take(name, parser.nextToken(), parser);
        parser.skipChildren();
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new Refused(otherwise);
      }
    } catch (IOException e) {
      throw new Refused(otherwise);
    }
  }

  private static String text(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(utf8))
        .toString();
  }
}
