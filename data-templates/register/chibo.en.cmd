#: file
@echo off
rem A double click: the menu of chibo. A file dropped here: chibo takes it.
chcp 65001 >nul
cd /d "%~dp0"
where chibo.exe >nul 2>nul
if errorlevel 1 (
  echo There is no chibo.exe: copy chibo.exe beside this file, then try again.
  pause
  exit /b 2
)
if "%~1"=="" (
  chibo.exe
  pause
  exit /b
)
chibo.exe take %*
if errorlevel 2 (
  pause
  exit /b 2
)
echo Write this into the register? Press 1: write. Press 2: do not.
choice /c 12 /n
if errorlevel 1 if not errorlevel 2 chibo.exe take %* --write
pause
