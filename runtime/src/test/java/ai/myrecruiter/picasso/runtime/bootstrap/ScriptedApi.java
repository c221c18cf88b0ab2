package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers request after request with bytes from a script, and keeps the bytes it was sent. */
final class ScriptedApi implements Closeable {
  static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
  private final ServerSocket server;
  private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Integer> connections = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  ScriptedApi(String... script) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    answers.addAll(List.of(script));
    Thread.ofVirtual().start(this::accept);
  }

  static String next(String event) {
    return "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: req-1\r\n"
        + "lambda-runtime-deadline-ms: 1893456000000\r\n"
        + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:1:function:f:live\r\n"
        + "Lambda-Runtime-Trace-Id: Root=1-2-3\r\n"
        + "Content-Length: "
        + event.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + event;
  }

  private void accept() {
    for (int i = 0; !server.isClosed(); i++) {
      try {
        var socket = server.accept();
        int number = i;
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket, number));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      var input = new BufferedInputStream(socket.getInputStream());
      while (true) {
        var request = request(input);
        requests.add(request);
        connections.add(number);
        var answer = answers.poll(5, TimeUnit.SECONDS);
        if (answer == null || answer.equals("cut")) {
          close();
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException | InterruptedException gone) {
      // The loop under test has closed its side.
    }
  }

  private static String request(InputStream input) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    until(input, bytes, "\r\n\r\n");
    var head = bytes.toString(StandardCharsets.ISO_8859_1);
    if (head.contains("Transfer-Encoding: chunked")) {
      until(input, bytes, "0\r\n");
      until(input, bytes, "\r\n\r\n");
    } else {
      var length = head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
      bytes.writeBytes(input.readNBytes(Integer.parseInt(length)));
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Reads to a mark; a mark that the last one ended with counts. */
  private static void until(InputStream input, java.io.ByteArrayOutputStream bytes, String mark)
      throws IOException {
    int from = Math.max(0, bytes.size() - 2);
    while (!bytes.toString(StandardCharsets.ISO_8859_1).substring(from).endsWith(mark)) {
      int read = input.read();
      if (read < 0) {
        throw new IOException("ended");
      }
      bytes.write(read);
    }
  }

  /** Runs a loop to its end and gives its exit status. */
  int run(Class<?> handler, Map<String, String> more, List<String> log) {
    var environment = new java.util.HashMap<>(more);
    environment.put("AWS_LAMBDA_RUNTIME_API", address());
    environment.put("_HANDLER", handler.getName());
    return Bootstrap.run(environment, log::add);
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  List<String> requests() {
    return new ArrayList<>(requests);
  }

  /** The connection of each request, from 0. */
  List<Integer> connections() {
    return new ArrayList<>(connections);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
