@echo off
rem golive-check for Windows. Runs on Java 17 or newer, taken from JAVA_HOME or the PATH.
rem GOLIVE_CHECK_OPTS contains further options for Java. The file without an ending beside this one
rem is a shell script, followed by a Java archive.
setlocal
set "java=java"
if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\java.exe" (
    echo golive-check: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it; set it to a JDK 17 or newer>&2
    exit /b 3
  )
  set "java=%JAVA_HOME%\bin\java"
) else (
  where /q java || (
    echo golive-check: Java was not found; install Java 17 or newer, or set JAVA_HOME to one>&2
    exit /b 3
  )
)
"%java%" -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:Tier3BackEdgeThreshold=2000 -XX:C1MaxInlineSize=45 -XX:+UseSerialGC -Xms64m -Xmn32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:MinHeapDeltaBytes=24m -XX:PretenureSizeThreshold=16k %GOLIVE_CHECK_OPTS% -jar "%~dp0golive-check" %*
exit /b %errorlevel%
