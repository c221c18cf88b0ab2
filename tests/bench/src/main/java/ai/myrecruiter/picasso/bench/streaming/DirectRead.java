package ai.myrecruiter.picasso.bench.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/** Reads the model's answer by a socket and the decoder of its frames, and nothing else. */
final class DirectRead implements AutoCloseable {
  private static final byte[] REQUEST =
      "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"When are you open?\"}]}]}"
          .getBytes(StandardCharsets.UTF_8);
  private static final String DELTA = "contentBlockDelta";
  private final Socket socket;
  private final InputStream input;
  private final MessageDecoder decoder = new MessageDecoder();
  private final java.util.ArrayDeque<Message> frames = new java.util.ArrayDeque<>();

  /** Asks. */
  DirectRead(URI model) throws IOException {
    socket = new Socket(model.getHost(), model.getPort());
    socket.setTcpNoDelay(true);
    input = new java.io.BufferedInputStream(socket.getInputStream());
    var head =
        "POST /model/bench/converse-stream HTTP/1.1\r\nHost: model\r\nContent-Length: %d\r\n\r\n"
            .formatted(REQUEST.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(REQUEST);
    var line = line();
    while (!line.isEmpty()) {
      line = line();
    }
  }

  /** Waits for the next token. */
  void next() throws IOException {
    while (true) {
      while (!frames.isEmpty()) {
        var frame = frames.remove();
        if (frame.getHeaders().get(":event-type").getString().equals(DELTA)) {
          return;
        }
      }
      int size = Integer.parseInt(line(), 16);
      decoder.feed(ByteBuffer.wrap(input.readNBytes(size)));
      line();
      frames.addAll(decoder.getDecodedMessages());
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0) {
        throw new IOException("the model hung up");
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
