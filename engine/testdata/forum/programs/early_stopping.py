import torch
import math

class EarlyStopping:
    def __init__(self, patience=2, min_delta=0.0, verbose=True):
        self.patience = patience
        self.min_delta = min_delta
        self.counter = 0
        self.best_loss = math.inf
        self.early_stop = False
        self.trace_func = print if verbose else (lambda *a, **k: None)

    def __call__(self, val_loss):
        if val_loss < self.best_loss - self.min_delta:
            self.trace_func(f'Validation loss decreased ({self.best_loss:.6f} --> {val_loss:.6f}).')
            self.best_loss = val_loss
            self.counter = 0
        else:
            self.counter += 1
            self.trace_func(f'EarlyStopping counter: {self.counter} out of {self.patience}')
            if self.counter >= self.patience:
                self.early_stop = True

stopper = EarlyStopping()
for epoch, val in enumerate([1.0, 0.8, 0.85, 0.79, 0.9, 0.91, 0.7], start=1):
    stopper(val)
    if stopper.early_stop:
        print("Early stopping at epoch", epoch)
        break
else:
    print('never stopped')
