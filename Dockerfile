# The bot in a container: docker build -t metod-bot . && docker run --env-file .env -v metod:/app/var metod-bot
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
RUN useradd --create-home metod && mkdir var && chown metod var
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY alembic.ini ./
COPY bot bot
COPY content content
COPY db db
COPY dialogs dialogs
COPY handlers handlers
COPY locales locales
COPY sandbox sandbox
COPY scheduler scheduler
COPY services services
USER metod
VOLUME /app/var
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot"]
