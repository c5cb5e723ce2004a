"""The suite: behaviour through public doors, on real files, real Tesseract, a real browser."""
