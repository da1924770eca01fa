package org.golivecheck.log.client;

import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.TextLine;

/**
 * Finds what any client wrote among the lines of an application. Exceptions count only where no
 * client logs its calls, since they tell of the same ones again and of less.
 */
final class ClientParsers implements LineParser {
  private final List<LineParser> clients;
  private final LineParser exceptions;
  private boolean clientLogs;

  ClientParsers(ReadContext context) {
    clients =
        List.of(
            new JerseyParser(context),
            new OkHttpParser(context),
            new ApacheParser(context),
            new JavaHttpParser(context),
            new LogbookParser(context),
            new PythonHttpParser(context));
    exceptions = new SdkExceptionParser(context);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> calls) {
    clientLogs = false;
    for (LineParser client : clients) {
      client.start(source, calls);
    }
    exceptions.start(source, calls);
  }

  @Override
  public boolean line(TextLine line) {
    for (LineParser client : clients) {
      if (client.line(line)) {
        clientLogs = true;
        return true;
      }
    }
    return !clientLogs && exceptions.line(line);
  }

  @Override
  public void endRecord() {
    clients.forEach(LineParser::endRecord);
    exceptions.endRecord();
  }

  @Override
  public void end() {
    clients.forEach(LineParser::end);
    exceptions.end();
  }
}
