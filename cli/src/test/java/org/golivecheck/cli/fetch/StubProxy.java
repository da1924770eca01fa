package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on this machine that tunnels every connection to one server, whatever it is asked for.
 */
final class StubProxy implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int target;
  private final List<String> heads = new ArrayList<>();

  /** What it answers in place of a tunnel; empty for a tunnel. */
  volatile String refusal = "";

  private StubProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  static StubProxy to(int target) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    StubProxy proxy = new StubProxy(server, target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns what it was asked, each with all headers. */
  synchronized List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (true) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      String head = head(in);
      synchronized (this) {
        heads.add(head);
      }
      OutputStream out = client.getOutputStream();
      if (!refusal.isEmpty()) {
        out.write((refusal + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return;
      }
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        threads.execute(() -> pump(in, server));
        server.getInputStream().transferTo(out);
      }
    } catch (IOException e) {
      // One side went away, which ends the tunnel.
    }
  }

  private static void pump(InputStream in, Socket server) {
    try {
      in.transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException e) {
      // The same.
    }
  }

  /** Reads to the empty line, and not a byte more, since what follows is for the server. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
