"""What the preview says on a terminal."""

from __future__ import annotations

from bot.rendering.language import Phrase

STARTING = Phrase("논문을 읽는 중입니다 …", "Reading the papers …")
OPEN = Phrase(
    "논문 {papers}편을 읽었습니다. 브라우저에서 이 주소를 열면 봇을 디스코드에서처럼 써 볼 수 있습니다:",
    "{papers} papers. Open this address in a browser to try the bot as in Discord:",
)
NOTES = Phrase(
    """\
- 아래 입력창에 /를 치면 명령이 나옵니다. 봇을 부르려면 {mention} 다음에 할 말을 적으세요.
- 위의 Viewing as에서 누구로 볼지 고릅니다: 지민은 한국어, Alex는 영어, 서연과 Robin은 서버 관리자입니다.
- 봇이 나중에 보낸 메시지는 Refresh preview를 누르면 보입니다. 논문 그림은 대신 그린 것입니다.
- 이 컴퓨터에서만 열리고, 여기서 저장한 것은 끝나면 사라집니다. 끝내려면 Ctrl-C.""",
    """\
- Type / in the box at the bottom for the commands. To address the bot, begin a message with {mention}.
- "Viewing as" chooses who you are: 지민 in Korean, Alex in English, 서연 and Robin to manage the server.
- Refresh preview shows what the bot sent by itself. The papers' pictures are stand-ins.
- It opens on this computer only, and forgets what you saved. Ctrl-C ends it.""",
)
NOTES_ALONE = Phrase(
    """\
- 봇과 단둘인 다이렉트 메시지입니다. 아래 입력창에 /를 치면 명령이 나오고, 그냥 말을 걸어도 됩니다.
- 봇이 나중에 보낸 메시지는 Refresh preview를 누르면 보입니다. 논문 그림은 대신 그린 것입니다.
- 이 컴퓨터에서만 열리고, 여기서 저장한 것은 끝나면 사라집니다. 끝내려면 Ctrl-C.""",
    """\
- You are alone with the bot, in direct messages. Type / in the box at the bottom for the commands, or just write.
- Refresh preview shows what the bot sent by itself. The papers' pictures are stand-ins.
- It opens on this computer only, and forgets what you saved. Ctrl-C ends it.""",
)
STOPPED = Phrase("미리보기를 끝냈습니다.", "The preview has ended.")

# make demo
DEMO_SERVER = Phrase(
    "1. 허깅페이스를 대신하는 서버가 {url}에 있습니다. 지어낸 논문이 이틀 치 있습니다: {days}",
    "1. A stand-in for Hugging Face is at {url}. It has two days of made-up papers: {days}",
)
DEMO_WAITING = Phrase(
    "2. 채널 하나가 매일 새 다이제스트를 받고 ‘{query}’ 소식을 팔로우합니다. 이제 논문을 가져옵니다:",
    "2. A channel gets each new day's digest, and follows “{query}”. Now the papers are fetched:",
)
DEMO_WRITTEN = Phrase("3. 다이제스트를 썼습니다: {folder}", "3. The digests are written: {folder}")
DEMO_POSTED = Phrase(
    "4. 봇이 채널에 데일리 글과 새 논문 알림을 올렸습니다. 브라우저에서 이 주소를 여세요:",
    "4. The bot has sent the daily post and an alert to the channel. Open this address in a browser:",
)
DEMO_NOTES = Phrase(
    "- 이 컴퓨터에서만 열리고, 끝나면 모두 지워집니다. 끝내려면 Ctrl-C.",
    "- It opens on this computer only, and all of it is deleted at the end. Ctrl-C ends it.",
)
DEMO_STOPPED = Phrase("데모를 끝냈습니다.", "The demo has ended.")
MISSING = Phrase(
    "설치되지 않은 패키지가 있습니다: {names}. make {target}을 실행하면 설치됩니다.",
    "not installed: {names}. `make {target}` installs it.",
)
PORT_TAKEN = Phrase(
    "{port}번 포트를 쓸 수 없습니다 ({reason}). 다른 번호를 고르거나, 번호 없이 실행해 빈 포트를 쓰세요.",
    "port {port} cannot be used ({reason}). Choose another, or none to get a free one.",
)

# The README's pictures
NO_BROWSER = Phrase(
    "Chromium을 찾지 못했습니다. 설치하거나(Debian: apt-get install chromium) 환경 변수 CHROMIUM에 경로를 넣어 주세요.",
    "no Chromium found. Install it (Debian: apt-get install chromium), or put its path into CHROMIUM.",
)
BROWSER_FAILED = Phrase("{browser}가 시작되지 않습니다: {reason}", "{browser} does not start: {reason}")
NO_HANGUL = Phrase(
    "한글 글꼴이 없어 그림을 만들 수 없습니다. 먼저 설치해 주세요 (Debian: apt-get install fonts-noto-cjk).",
    "there is no font for Hangul to draw with. Install one first (Debian: apt-get install fonts-noto-cjk).",
)
UNKNOWN_SCENE = Phrase("{names}: 없는 그림입니다. 있는 것: {known}", "no such picture: {names}. There are: {known}")
NO_PICTURE = Phrase("{name}: 그림을 만들지 못했습니다. {reason}", "{name}: no picture. {reason}")
TOO_LARGE = Phrase(
    "{size} kB는 너무 큽니다. 상한은 {limit} kB입니다.", "{size} kB is too much; the limit is {limit} kB."
)
BROKEN_PAGE = Phrase("화면에 빠진 것이 있습니다: {diagnostics}", "something is missing on the page: {diagnostics}")
REFUSED = Phrase(
    "봇에 이 명령이 없거나 옵션이 맞지 않습니다: {reason}", "the bot has no such command or option: {reason}"
)
NO_REPLY = Phrase("봇이 답하지 않았습니다.", "the bot did not answer.")
