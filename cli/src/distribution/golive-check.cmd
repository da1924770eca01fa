@echo off
rem golive-check for Windows. Runs on its own Java if the archive has one, else on Java 17 or newer,
rem taken from JAVA_HOME or the PATH. GOLIVE_CHECK_OPTS contains further options for Java. A log that
rem is dropped on this file gets its report as a page beside it. The file without an ending beside
rem this one is a shell script, followed by a Java archive.
rem No path stands within parentheses, since a path may contain one.
setlocal
set "options=-XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:Tier3BackEdgeThreshold=2000 -XX:C1MaxInlineSize=45 -XX:+UseSerialGC -Xms64m -Xmn32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:MinHeapDeltaBytes=24m -XX:PretenureSizeThreshold=16k"
set "run=-jar "%~dp0golive-check""
set "home=%~dp0..\lib\golive-check"
if exist "%home%\bin\java.exe" goto own
if not defined JAVA_HOME goto path
set "home=%JAVA_HOME:"=%"
set "java=%home%\bin\java.exe"
if exist "%home%\bin\java.exe" goto version
>&2 echo golive-check: JAVA_HOME is "%home%", but there is no bin\java.exe in it; set it to a JDK 17 or newer
goto failed

:path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto none
for %%j in ("%java%") do set "home=%%~dpj.."
goto version

:none
>&2 echo golive-check: Java was not found; install Java 17 or newer, or set JAVA_HOME to one
goto failed

:own
set "java=%home%\bin\java.exe"
set "run=-m org.golivecheck.command"
goto start

:version
rem The release file tells the version without starting Java.
if not exist "%home%\release" goto start
set "version="
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%home%\release"') do set "version=%%~v"
for /f "delims=." %%m in ("%version%") do if %%m LSS 17 goto old
goto start

:old
>&2 echo golive-check: Java %version% is too old ("%home%"); install Java 17 or newer, or set JAVA_HOME to one
goto failed

:start
set "page="
call :dropped "%~1" "%~2"
if defined page goto page
"%java%" %options% %GOLIVE_CHECK_OPTS% %run% %*
exit /b %errorlevel%

:page
"%java%" %options% %GOLIVE_CHECK_OPTS% %run% -r text -r "html=%page%" "%~1"
set "code=%errorlevel%"
if exist "%page%" start "" "%page%"
if %code% geq 2 pause
exit /b %code%

:dropped
rem Explorer starts this file by its whole path, in two pairs of quotes, with the log alone.
if defined CI exit /b
if "%~1"=="" exit /b
if not "%~2"=="" exit /b
if not exist "%~1" exit /b
setlocal enabledelayedexpansion
set "line=!cmdcmdline:"='!"
set "rest=!line:/c ''%~f0'=!"
set "is="
if not "!rest!"=="!line!" set "is=true"
endlocal & if "%is%"=="true" set "page=%~dpn1-golive.html"
exit /b

:failed
set "page="
call :dropped "%~1" "%~2"
if defined page pause
exit /b 3
