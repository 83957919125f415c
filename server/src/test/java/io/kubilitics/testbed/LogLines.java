package io.kubilitics.testbed;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Everything the product logs while it is open, at any level, with messages and stack traces.
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.kubilitics");
  private final @Nullable Level before = logger.getLevel();

  private LogLines() {}

  public static LogLines all() {
    LogLines all = new LogLines();
    all.start();
    all.logger.setLevel(Level.TRACE);
    all.logger.addAppender(all);
    return all;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
    stop();
  }
}
