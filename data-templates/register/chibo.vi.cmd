#: file
@echo off
rem Bấm đúp: thực đơn của chibo. Thả tệp vào đây: chibo nhận tệp đó.
chcp 65001 >nul
cd /d "%~dp0"
where chibo.exe >nul 2>nul
if errorlevel 1 (
  echo Chưa thấy chibo.exe: chép chibo.exe vào cạnh tệp này rồi bấm lại.
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
echo Ghi vào sổ? Bấm 1: ghi. Bấm 2: chưa ghi.
choice /c 12 /n
if errorlevel 1 if not errorlevel 2 chibo.exe take %* --write
pause
