"""Asking: trees and interviews. Knows neither notes nor the terminal."""
